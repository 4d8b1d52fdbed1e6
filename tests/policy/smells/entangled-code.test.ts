import { describe, expect, it } from "vitest";
import { copiedExpectations } from "../../../src/policy/smells/copied-expectations.ts";
import { processExit } from "../../../src/policy/smells/process-exit.ts";
import { judgeChange, judgeCode } from "./judge-change.ts";

const doubled = (count: number, line: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => line(at)).join("\n");

describe("code that is written to confuse", () => {
  it.each([
    ["an object that is spread into itself", "let s = {}; s = { ...s, a: 1 }; s = { ...s, b: s }; s.x.y(1);"],
    ["names that mean each other", "let a = b; let b = a; a.exit(0); b = { ...a }; a = [b, ...b]; a[0].x();"],
    [
      "texts that double",
      `const t0 = "x";\n${doubled(60, (at) => `const t${at + 1} = t${at} + t${at};`)}\nuse[t60]();`,
    ],
    [
      "choices that double",
      `const c0 = u ? u : u;\n${doubled(60, (at) => `const c${at + 1} = u ? c${at} : c${at};`)}\nc60.x();`,
    ],
    [
      "functions that return themselves",
      "const f = () => f(); f().g(); function h() { return h(); } h().x.y();",
    ],
  ])("ends on %s", async (_name, code) => {
    expect(await judgeCode(processExit, "src/a.js", code)).toBe("nothing");
    expect(await judgeChange(copiedExpectations, [{ path: "src/a.js", before: "\n", after: code }])).toEqual(
      [],
    );
  });

  it("sees through many parentheses and long sums", async () => {
    const wrapped = `${"(".repeat(200)}process${")".repeat(200)}.exit(0)`;
    expect(await judgeCode(processExit, "src/a.js", wrapped)).toBe("denial");
    const summed = `process[${[..."exit"].map((letter) => `"${letter}"`).join(' + "" + ')}${' + ""'.repeat(100)}](0)`;
    expect(await judgeCode(processExit, "src/a.js", summed)).toBe("denial");
  });

  it("does not take for harmless what is too deep to follow", async () => {
    const deep = `const x = ${"(\n".repeat(1500)}process${")\n".repeat(1500)};\nx.exit(0);`;
    await expect(judgeCode(processExit, "src/a.js", deep)).rejects.toThrow();
  });
});
