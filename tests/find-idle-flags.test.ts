import { expect, it } from "vitest";
import { configSchema } from "../src/config/schema.ts";
import { findIdleFlags } from "../src/find-idle-flags.ts";

const origins = new Map([
  ["goal", "flag"],
  ["brain.kind", "flag"],
  ["brain.llm.provider", "flag"],
  ["brain.llm.model", "file"],
  ["brain.llm.temperature", "flag"],
] as const);
const idle = ["brain.llm.provider", "brain.llm.temperature"];

it.each([
  ["search with a model named", { kind: "search", llm: { model: "m" } }, idle],
  ["none", { kind: "none" }, idle],
  ["auto without a model", { kind: "auto" }, idle],
  ["auto with a model", { kind: "auto", llm: { model: "m" } }, []],
  ["auto with a list of models", { kind: "auto", llm: { models: [{ provider: "ollama", model: "m" }] } }, []],
  ["llm", { kind: "llm" }, []],
])("flags of a model for %s", (_name, brain, expected) => {
  expect(findIdleFlags({ config: configSchema.parse({ brain }), origins })).toEqual(expected);
});
