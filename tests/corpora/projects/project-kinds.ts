import type { ProjectKind } from "./project.ts";

/** Every way in which projects are written and tested. */
export const projectKinds = {
  "node-esm": { name: "node-esm", runner: "node-test", language: "js", modules: "esm" },
  "node-cjs": { name: "node-cjs", runner: "node-test", language: "js", modules: "cjs" },
  vitest: { name: "vitest", runner: "vitest", language: "js", modules: "esm" },
  jest: { name: "jest", runner: "jest", language: "js", modules: "cjs" },
  mocha: { name: "mocha", runner: "mocha", language: "js", modules: "cjs" },
  tape: { name: "tape", runner: "tape", language: "js", modules: "cjs" },
  pytest: { name: "pytest", runner: "pytest", language: "py", modules: "esm" },
  unittest: { name: "unittest", runner: "unittest", language: "py", modules: "esm" },
} as const satisfies Record<ProjectKind["name"], ProjectKind>;
