import { runNpm } from "../run-npm.ts";
import type { ProjectFixture } from "./project-fixture.ts";
import { writeFiles } from "./write-files.ts";

function manifest(name: string, more: Readonly<Record<string, unknown>>): string {
  return `${JSON.stringify({ name, version: "1.0.0", private: true, type: "module", ...more })}\n`;
}

const files = {
  ".gitignore": "node_modules/\n",
  "package.json": manifest("market", {
    workspaces: ["packages/*"],
    scripts: { test: "npm test --workspaces" },
  }),
  "packages/prices/package.json": manifest("@market/prices", {
    exports: "./index.js",
    scripts: { test: "node --test" },
  }),
  "packages/prices/index.js": `/** A price with tax, in cents, rounded to the cent. */
export function withTax(cents, percent) {
  return Math.floor((cents * (100 + percent)) / 100);
}

/** The cheaper of two offers; the first one when they cost the same. */
export function cheaper(first, second) {
  return second.cents < first.cents ? second : first;
}
`,
  "packages/prices/test/prices.test.js": `import assert from "node:assert/strict";
import { it } from "node:test";
import { cheaper, withTax } from "../index.js";

it("adds tax", () => assert.equal(withTax(1000, 7), 1070));
it("picks the cheaper offer", () => assert.equal(cheaper({ cents: 2 }, { cents: 1 }).cents, 1));
`,
  "packages/till/package.json": manifest("@market/till", {
    dependencies: { "@market/prices": "1.0.0" },
    scripts: { test: "node --test" },
  }),
  "packages/till/index.js": `import { withTax } from "@market/prices";

/** The sum of a receipt with tax, in cents. */
export function receipt(lines, percent) {
  return lines.reduce((sum, { cents, quantity }) => sum + withTax(cents, percent) * quantity, 0);
}
`,
  "packages/till/test/till.test.js": `import assert from "node:assert/strict";
import { it } from "node:test";
import { receipt } from "../index.js";

it("sums a receipt", () => assert.equal(receipt([{ cents: 1000, quantity: 2 }], 7), 2140));
it("rounds each line to the cent", () => assert.equal(receipt([{ cents: 995, quantity: 1 }], 7), 1065));
it("charges nothing for nothing", () => assert.equal(receipt([], 7), 0));
`,
};

/** Two packages, the bug of one found by the tests of the other, through npm's link in node_modules. */
export const npmWorkspace: ProjectFixture = {
  name: "an npm workspace",
  write: (folder) => {
    writeFiles(folder, files);
    // There is nothing to download: npm only makes the links.
    const failure = runNpm(["install", "--offline"], folder);
    return failure === null ? { status: "fetched" } : { status: "unavailable", reason: failure };
  },
  command: "npm test --workspaces",
  fix: { file: "packages/prices/index.js", from: "Math.floor(", to: "Math.round(" },
};
