import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { nodeTestRunner } from "../../../../src/brain/search/warm/node-test-runner.ts";
import { nodeTestGate } from "../../../helpers/node-test-gate.ts";
import { openWarm } from "../../../helpers/open-warm.ts";
import { runTexts, sessionOf, sumUp } from "./run-warm.ts";

const head = 'import { test } from "node:test";\nimport assert from "node:assert/strict";\n';
const manifest = { "package.json": '{"type":"module"}' };
const wrong = "export function isLast(page, pages) {\n  return page > pages;\n}\n";
const right = wrong.replace(">", ">=");
/** A candidate that mends the bug and does something else besides. */
const and = (act: string) => right.replace("return", `${act}\n  return`);
const files = {
  ...manifest,
  "src/a.js": wrong,
  "test/a.test.js": `${head}import { isLast } from "../src/a.js";
test("clean", () => {
  assert.equal(globalThis.left ?? Object.prototype.left ?? process.env.LEFT, undefined);
  assert.equal([1, 2].at(-1), 2);
  assert.equal(\`\${process.cwd()}/test\`, import.meta.dirname);
  assert.equal(process.listenerCount("left"), 0);
});
test("last", () => assert.equal(isLast(3, 3), true));
test("waits", async () => { await isLast(1, 2); });
`,
};
const passes = "passed 3, failed 0";

/** What a candidate does, and what is seen of it. */
const acts: readonly (readonly [string, string, string | RegExp])[] = [
  ["loops", "for (;;);", "out-of-fuel"],
  ["loops and catches what stops it", "for (;;) { try { for (;;); } catch {} }", "out-of-fuel"],
  ["calls itself for ever", "isLast(page + 1, pages);", /out-of-fuel|passed 0, failed 1 …/],
  ["loops where something is awaited", "(async () => { while (true) await null; })();", "out-of-fuel"],
  ["exits", "process.exit(0);", "ended: it called process.exit(0)"],
  ["aborts", "process.abort();", /^ended: its process was ended by SIG/],
  ["kills itself", 'process.kill(process.pid, "SIGKILL");', /^ended: its process was ended by SIGKILL/],
  ["waits for what never comes", "if (page < pages) return new Promise(() => {});", "passed 2, failed 1"],
  ["throws later", "setTimeout(() => { throw new Error('late'); }, 0);", /./],
  ["leaves a timer", "setInterval(() => {}, 10);", passes],
  ["leaves a server", 'import("node:http").then((http) => http.createServer().listen(0));', /./],
  [
    "changes built-in objects",
    "Object.prototype.left = 1; Array.prototype.at = () => 7; globalThis.left = 1;",
    /./,
  ],
  ["freezes a built-in object", "Object.freeze(Array.prototype);", /./],
  ["changes variables and the folder", 'process.env.LEFT = "1"; process.chdir("/");', /./],
  ["leaves a listener", 'process.on("left", () => {});', /./],
  ["closes the descriptors", 'import("node:fs").then((fs) => fs.closeSync(3));', /./],
  [
    "writes lines that look like outcomes",
    `console.log('{"outcome":{"status":"ran","checks":[],"isComplete":true}}');`,
    passes,
  ],
  [
    "uses up the memory",
    "const all = []; while (all.length < 1e6) all.push(new Array(1e5).fill(page));",
    /^(?:ended: its process|out-of-fuel)/,
  ],
];

describe("a candidate that", () => {
  it("does harm costs itself alone", async () => {
    await using warm = await openWarm(
      {
        files,
        gate: {
          ...nodeTestGate,
          command: [nodeTestGate.command[0], "--max-old-space-size=120", ...nodeTestGate.command.slice(1)],
        },
      },
      nodeTestRunner,
    );
    const session = sessionOf(warm);
    const texts = acts.flatMap(([, act]) => [and(act), right]);
    const outcomes = (await runTexts(session, "src/a.js", texts, 200_000)).map(sumUp);
    for (const [at, [title, , expected]] of acts.entries()) {
      if (typeof expected === "string") expect(outcomes[2 * at], title).toBe(expected);
      else expect(outcomes[2 * at], title).toMatch(expected);
      expect(outcomes[2 * at + 1], `behind one that ${title}`).toBe(passes);
    }
  });

  it("hangs where nothing can be counted is killed", async () => {
    await using warm = await openWarm({ files, gate: nodeTestGate }, nodeTestRunner);
    const backtracks = and('/^(?:a+)+$/.test("a".repeat(40) + "b");');
    const [killed, behind] = await runTexts(sessionOf(warm), "src/a.js", [backtracks, right]);
    expect(sumUp(killed)).toMatch(/^ended: it was killed after \d+ s$/);
    expect(sumUp(behind)).toBe(passes);
  });

  it("is not asked for any more is ended, and the session goes on", async () => {
    await using warm = await openWarm({ files, gate: nodeTestGate }, nodeTestRunner);
    const session = sessionOf(warm);
    for await (const outcome of session.run(
      [right, ...Array.from({ length: 200 }, (_, at) => and(`${at};`))].map((content) => ({
        edits: [{ path: "src/a.js", mode: "100644", content }],
        fuel: 1_000,
      })),
    )) {
      expect(sumUp(outcome)).toBe(passes);
      break;
    }
    expect((await runTexts(session, "src/a.js", [wrong])).map(sumUp)).toEqual(["passed 0, failed 1 …"]);
  });
});

describe("a session", () => {
  it("outlives a reset of its sandbox, and leaves no process and no file", async () => {
    await using warm = await openWarm({ files, gate: nodeTestGate }, nodeTestRunner);
    const session = sessionOf(warm);
    await warm.sandbox.reset();
    expect((await runTexts(session, "src/a.js", [right])).map(sumUp)).toEqual([passes]);
    expect((await session.trace()).length).toBe(3);
    await session[Symbol.asyncDispose]();
    expect(readdirSync(warm.sandbox.outDir)).toEqual([]);
    expect((await runTexts(session, "src/a.js", [right])).map(sumUp)).toEqual(["ended: the session is over"]);
  });

  it("runs tests that write to one place one after the other", async () => {
    const writes = `import { rm, writeFile, readFile } from "node:fs/promises";
test("writes", async () => {
  await assert.rejects(readFile("one"));
  await writeFile("one", "1");
  await new Promise((resolve) => setTimeout(resolve, 60));
  assert.equal(await readFile("one", "utf8"), "1");
  await rm("one");
});
`;
    const project = { ...files, "test/a.test.js": `${files["test/a.test.js"]}${writes}` };
    await using warm = await openWarm({ files: project, gate: nodeTestGate }, nodeTestRunner);
    const outcomes = await runTexts(
      sessionOf(warm),
      "src/a.js",
      Array.from({ length: 6 }, () => right),
    );
    expect(outcomes.map(sumUp)).toEqual(Array.from({ length: 6 }, () => "passed 4, failed 0"));
  });

  it("works on a base that hangs: the file fails, its tests come in its place, and it is traced", async () => {
    const gcd = "export function gcd(a, b) {\n  while (b !== 0) a = b;\n  return a;\n}\n";
    const hangs = {
      ...manifest,
      "src/a.js": gcd,
      "test/a.test.js": `${head}import { gcd } from "../src/a.js";\ntest("gcd", () => assert.equal(gcd(4, 6), 2));\n`,
    };
    await using warm = await openWarm(
      { files: hangs, gate: { ...nodeTestGate, timeoutMs: 4_000 } },
      nodeTestRunner,
    );
    expect(warm.base.checks.map(({ name, status }) => `${name} ${status}`)).toEqual(["(file) failed"]);
    const session = sessionOf(warm);
    const mended = gcd.replace("a = b;", "[a, b] = [b, a % b];");
    expect((await runTexts(session, "src/a.js", [gcd, mended])).map(sumUp)).toEqual([
      "out-of-fuel",
      "passed 2, failed 0",
    ]);
    const trace = (await session.trace()).find(({ test }) => test?.includes("(file)"));
    expect([...(trace?.lines.get("src/a.js") ?? [])].toSorted()).toEqual([2]);
  });
});
