import { execFileSync } from "node:child_process";
import path from "node:path";
import { expect, test } from "vitest";

const root = path.join(import.meta.dirname, "..", "..", "..");

/** Every bare package that a script loads, as Node.js resolves it. */
function listPackages(script: string): readonly string[] {
  const watch = `
    const { registerHooks } = await import("node:module");
    const seen = new Set();
    registerHooks({ resolve(specifier, context, next) { seen.add(specifier); return next(specifier, context); } });
    ${script}
    console.log(JSON.stringify([...seen].filter((name) => !/^(\\.|node:|file:|\\/)/.test(name))));`;
  const args = ["--input-type=module", "--eval", watch];
  return JSON.parse(execFileSync(process.execPath, args, { cwd: root, encoding: "utf8" }));
}

test("the SDK is loaded with the first call, and not before", () => {
  const open = `
    const { createLlmClient } = await import("./src/adapters/llm/create-llm-client.ts");
    const { presets } = await import("./src/adapters/llm/presets.ts");
    const { createClock } = await import("./src/adapters/clock.ts");
    const input = { preset: presets.ollama, model: "m", key: null, baseUrl: "http://127.0.0.1:1" };
    const llm = createLlmClient(input, { clock: createClock() });`;
  const call = `await llm.complete({
    messages: [], tools: [], maxOutputTokens: 1, temperature: null, seed: null, format: "text", timeoutMs: 1000 });`;
  expect(listPackages(open)).toEqual(["zod"]);
  expect(listPackages(`${open}${call}`)).toContain("openai");
});
