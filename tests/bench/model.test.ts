import { describe, expect, it } from "vitest";
import { bug, type FixStep } from "../../bench/model/fix-script.ts";
import { type FixTool, measureFix, readWorkTree } from "../../bench/model/measure-fix.ts";

const steps: readonly FixStep[] = [{ tool: "look", arguments: { path: bug.file } }, { said: "Done." }];

/** A tool that asks twice and then runs `end`, with what the model said in `said`. */
function toolOf(api: "chat" | "responses", end: string): FixTool {
  const script = `
    import { readFileSync, writeFileSync } from "node:fs";
    const ask = async (told) => (await fetch(process.argv[1], { method: "POST", body: JSON.stringify(told) })).text();
    const said = ${
      api === "chat"
        ? `[await ask({ messages: [{ role: "user" }] }), await ask({ messages: [{ role: "user" }, { role: "assistant" }] })]`
        : `[await ask({ input: [{ type: "message" }] }), await ask({ input: [{ type: "message" }, { type: "function_call" }] })]`
    };
    ${end}`;
  const path = api === "chat" ? "/chat/completions" : "/responses";
  return {
    name: "a script",
    steps,
    plan: ({ baseUrl }) => ({
      argv: [process.execPath, "--input-type=module", "-e", script, `${baseUrl}${path}`],
      env: {},
    }),
    isSupervisor: (commandLine) => commandLine.includes("--input-type=module"),
    readMended: readWorkTree,
  };
}

const mend = `
  if (!said[0].includes("look") || !said[1].includes("Done.")) process.exit(3);
  const text = readFileSync("${bug.file}", "utf8");
  writeFileSync("${bug.file}", text.replace("${bug.old}", "${bug.new}"));
  await new Promise((resolve) => setTimeout(resolve, 200));`;

describe("a fix that is measured", () => {
  it.each(["chat", "responses"] as const)("counts what a tool asks at %s, and what it takes", async (api) => {
    const use = await measureFix(toolOf(api, mend));
    expect(use.calls).toBe(2);
    expect(use.wholeBytes).toBeGreaterThan(use.firstBytes);
    expect(use.wholeTokens).toBeGreaterThan(use.firstTokens);
    expect(use.firstTokens).toBeLessThan(use.firstBytes);
    expect(use.wallMs).toBeGreaterThanOrEqual(use.talkMs);
    expect(use.supervisorMb).toBeGreaterThan(10);
    expect(use.treeMb).toBeGreaterThanOrEqual(use.supervisorMb);
    expect(use.cpuMs).toBeGreaterThan(0);
  });

  it("is no measure where nothing was mended", async () => {
    await expect(measureFix(toolOf("chat", ""))).rejects.toThrow("a script mended nothing");
  });
});
