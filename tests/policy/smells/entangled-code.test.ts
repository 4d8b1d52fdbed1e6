import { describe, expect, it } from "vitest";
import { readPython } from "../../../src/policy/smells/code/read-python.ts";
import { readScript } from "../../../src/policy/smells/code/read-script.ts";
import { copiedExpectations } from "../../../src/policy/smells/copied-expectations.ts";
import { processExit } from "../../../src/policy/smells/process-exit.ts";
import { testDetection } from "../../../src/policy/smells/test-detection.ts";
import { unreadableCode } from "../../../src/policy/smells/unreadable-code.ts";
import { createSourceParser } from "../../../src/syntax/parse-source.ts";
import { walkTree } from "../../../src/syntax/syntax-node.ts";
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

  it("follows what is deep", async () => {
    const deep = `const x = ${"(\n".repeat(1500)}process${")\n".repeat(1500)};\nx.exit(0);`;
    expect(await judgeCode(processExit, "src/a.js", deep)).toBe("denial");
    const chain = `process${".on('warning', f)\n".repeat(1500)}.exit(0);`;
    expect(await judgeCode(testDetection, "src/a.js", `const y = ${chain}\nprocess.argv;`)).toBe("denial");
  });

  const assigned = (count: number, more: string) =>
    `let run = f;\n${doubled(count, (at) => `run = lib${at};`)}\n${more}`;

  it("does not take for harmless what stands for more than can be followed", async () => {
    expect(await judgeCode(unreadableCode, "src/a.js", assigned(65, "run(1);"))).toBe("denial");
    expect(await judgeCode(unreadableCode, "src/a.js", assigned(65, "run.x = 1;"))).toBe("denial");
    const hidden = `const h0 = () => ({ g: process });\n${doubled(500, (at) => `const h${at + 1} = () => h${at}();`)}`;
    const calls = `(() => h500().g.exit(0))();\n${hidden}`;
    expect(await judgeCode(processExit, "src/a.js", calls)).toBe("denial");
    const python = `run = f\n${doubled(65, (at) => `run = lib${at}`)}\nrun(1)\n`;
    expect(await judgeCode(unreadableCode, "src/a.py", python)).toBe("denial");
  });

  it("follows a name that is one of some dozen things", async () => {
    expect(await judgeCode(unreadableCode, "src/a.js", assigned(40, "run(1);"))).toBe("nothing");
    expect(await judgeCode(processExit, "src/a.js", assigned(40, "run = process; run.exit(0);"))).toBe(
      "denial",
    );
  });

  it("lets entangled code stand where the change does not touch it", async () => {
    const before = assigned(65, "run(1);\nconst a = 1;\n");
    const change = [{ path: "src/a.js", before, after: before.replace("a = 1", "a = 2;\nstore(a)") }];
    expect(await judgeChange(unreadableCode, change)).toEqual([]);
  });

  it("lets a name alone that only is read, however much it may be", async () => {
    expect(await judgeCode(unreadableCode, "src/a.js", assigned(65, "export const all = [run];"))).toBe(
      "nothing",
    );
  });
});

describe("how much work reading code is", () => {
  const parser = createSourceParser();
  const measure = async (path: string, text: string) => {
    const outcome = await parser.parse(path, text);
    if (outcome.status !== "parsed") throw new Error(outcome.reason);
    const { steps, entangled } = path.endsWith(".py")
      ? readPython(outcome.source)
      : readScript(outcome.source);
    return { perNode: steps / [...walkTree(outcome.source.root)].length, entangled: entangled.length };
  };

  it.each([
    [
      "functions that call each other",
      "src/a.js",
      doubled(
        400,
        (at) =>
          `function f${at}(a) { return a ? f${(at * 7) % 400}(a) : f${(at * 11 + 3) % 400}(f${at}(a)); }`,
      ),
    ],
    [
      "a name that is assigned from itself a thousand times",
      "src/a.js",
      `let out = start();\n${doubled(1000, (at) => `out = out.replace(${at}, other[${at}]) || out;`)}\nother = out;`,
    ],
    [
      "a list that is walked in all ways",
      "src/a.js",
      `let at = document.body;\n${doubled(300, (n) => `at = at.${["next", "last", "up"][n % 3]}; if (at) at = at.next;`)}`,
    ],
    [
      "names that all may be each other",
      "src/a.js",
      `let ${Array.from({ length: 200 }, (_, at) => `v${at}`)};\n${doubled(600, (at) => `v${at % 200} = v${(at * 13 + 1) % 200} || v${(at * 29 + 5) % 200};`)}\nv1 = process;`,
    ],
    [
      "methods that give the same object on",
      "src/a.py",
      `frame = load()\n${doubled(1000, (at) => `frame = frame.assign(${at}).drop(other)`)}\nother = frame\n`,
    ],
    [
      "functions that call each other",
      "src/b.py",
      doubled(
        400,
        (at) =>
          `def f${at}(a):\n    b = f${(at * 7) % 400}\n    return b(a) if a else f${(at * 11 + 3) % 400}(a)\n`,
      ),
    ],
  ])("grows with the size of the file alone: %s (%s)", async (_name, path, code) => {
    const { perNode, entangled } = await measure(path, code);
    expect(perNode).toBeLessThan(3);
    expect(entangled).toBe(0);
  });
});
