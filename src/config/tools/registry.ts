import { biome } from "./biome.ts";
import { cargoTest } from "./cargo-test.ts";
import { clippy } from "./clippy.ts";
import { eslint } from "./eslint.ts";
import { goTest } from "./go-test.ts";
import { goVet } from "./go-vet.ts";
import { jest } from "./jest.ts";
import { mocha } from "./mocha.ts";
import { mypy } from "./mypy.ts";
import { nodeTest } from "./node-test.ts";
import { pytest } from "./pytest.ts";
import { ruff } from "./ruff.ts";
import { tape } from "./tape.ts";
import type { Tool } from "./tool.ts";
import { tsc } from "./tsc.ts";
import { unittest } from "./unittest.ts";
import { vitest } from "./vitest.ts";

/** Every tool that a command can be recognised as. To add one, write its file and name it here. */
export const tools = {
  "node-test": nodeTest,
  vitest,
  jest,
  mocha,
  tape,
  pytest,
  unittest,
  "go test": goTest,
  "cargo test": cargoTest,
  eslint,
  biome,
  ruff,
  tsc,
  mypy,
  "go vet": goVet,
  "cargo clippy": clippy,
} as const satisfies Readonly<Record<string, Tool>>;

export type ToolName = keyof typeof tools;

/** The names of all tools, in the order in which a command is held against them. */
export const toolNames = Object.keys(tools) as readonly ToolName[];
