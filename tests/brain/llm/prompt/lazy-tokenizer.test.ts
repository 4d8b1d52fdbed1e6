import { execFileSync } from "node:child_process";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";

const root = resolve(import.meta.dirname, "../../../..");
const watch = `
  import { registerHooks } from "node:module";
  const loaded = [];
  registerHooks({
    load(url, context, next) {
      if (url.includes("gpt-tokenizer")) loaded.push(url);
      return next(url, context);
    },
  });
  process.on("exit", () => console.log("\\n" + JSON.stringify(loaded)));
`;

/** The modules of the tokenizer that some code loads, in a process of its own. */
function listLoaded(code: string, args: readonly string[] = []): readonly string[] {
  const argv = ["--input-type=module", "-e", `${watch}${code}`, "--", ...args];
  const printed = execFileSync(process.execPath, argv, { cwd: root, encoding: "utf8" });
  return JSON.parse(printed.trimEnd().split("\n").at(-1) ?? "");
}

/** A prompt for an item with a message that long. */
const renderPrompt = (message: string) => `
  const { renderItemPrompt } = await import("./src/brain/llm/prompt/render-item-prompt.ts");
  const { buildPromptInput, readExample } = await import("./tests/helpers/prompt-rig.ts");
  const evidence = [{ id: "1", title: "t", message: ${message}, stack: "" }];
  await renderItemPrompt(buildPromptInput({ files: readExample(), item: { files: ["test/cart.test.js"], evidence } }));
`;

describe("the tokenizer", () => {
  it("is not loaded by the command line", () => {
    expect(listLoaded('await import("./cli/main.ts");', ["--help"])).toEqual([]);
  });

  it("is not loaded for a prompt that is small by any count", () => {
    expect(listLoaded(renderPrompt('"1650 !== 1350"'))).toEqual([]);
  });

  it("is loaded for one that has to be cut, in one encoding", () => {
    const loaded = listLoaded(renderPrompt('"word ".repeat(5000)'));
    expect(loaded.filter((url) => url.includes("/bpeRanks/"))).toHaveLength(1);
    expect(loaded.some((url) => url.includes("o200k"))).toBe(true);
  });
});
