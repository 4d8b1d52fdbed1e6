import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { planAmplified } from "../../../../../src/brain/search/choose/amplify/plan-amplified.ts";
import { createRandom } from "../../../../../src/domain/create-random.ts";
import { createSourceParser } from "../../../../../src/syntax/parse-source.ts";

const parser = createSourceParser();

async function plan(path: string, text: string, seed = 1): Promise<string | null> {
  const outcome = await parser.parse(path, text);
  if (outcome.status !== "parsed") throw new Error(outcome.reason);
  const amplified = planAmplified(outcome.source, { random: createRandom(seed) });
  if (amplified !== null) expect((await parser.parse(path, amplified)).status).toBe("parsed");
  return amplified;
}

const harness = `
const notes = {};
globalThis.__nightshift_note = (id, value) => { (notes[id] ??= []).push(value); return value; };
const assert = () => {};
const pending = [];
const test = (_, run) => pending.push(run);
const expect = test;
const f = (n) => n * 2;
const endless = (n) => { for (let at = 0; at !== n; at += 1) globalThis.nightshiftTurn?.(); return n; };
`;

/** What the tests of a file note, as they are run one after the other. */
async function note(body: string): Promise<Record<string, unknown[]>> {
  const text = (await plan("a.test.js", body)) ?? "";
  const script = `${harness}${text}\nfor (const run of pending) await run();\nconsole.log(JSON.stringify(notes));`;
  return JSON.parse(execFileSync(process.execPath, ["--input-type=module", "-e", script]).toString());
}

describe("planAmplified", () => {
  it("notes what the program gives to each assertion, first with the test's inputs, then with others", async () => {
    const notes = await note(
      'test("a", () => { const n = 21; assert.equal(f(n), 42); assert(f(1) === 2, "no"); });\ntest("b", async () => expect(await f(3)).not.toBe(7));\n',
    );
    expect(notes["own:t0:0:0"]).toEqual([42]);
    expect(notes["own:t0:0:1"]).toEqual([true]);
    expect(notes["own:t1:0:0"]).toEqual([6]);
    const varied = Object.entries(notes).filter(([id]) => id.startsWith("varied:"));
    expect(varied.length).toBeGreaterThan(10);
    expect(new Set(varied.map(([, values]) => JSON.stringify(values))).size).toBeGreaterThan(4);
  });

  it("notes what is thrown, calls what is expected to throw, and goes on behind what does not end", async () => {
    const notes = await note(
      'test("a", () => { assert.throws(() => f(null.x)); assert.equal(endless(0.5), 1); });\ntest("b", () => { f.g.h(); assert(f(1)); });\ntest("c", () => { assert.equal(f(4), 8); });\n',
    );
    expect(notes["own:t0:0:0"]).toEqual(["throws TypeError"]);
    expect(notes["own:t0:0:1"]).toEqual(["throws Error"]);
    expect(notes["own:t1:0:end"]).toEqual(["throws TypeError"]);
    expect(notes["own:t2:0:0"]).toEqual([8]);
  });

  it("leaves alone what is expected, so that only inputs are varied", async () => {
    const text =
      (await plan("a.test.js", 'test("a", () => { assert.deepEqual(f("in"), ["expected"]); });\n')) ?? "";
    expect(text).not.toContain("expected");
    expect(text.split('"in').length).toBeGreaterThan(1);
  });

  it("gives the same text for the same seed, and another for another", async () => {
    const text = 'test("a", () => { assert.equal(f("some text", 10, [1, 2]), 3); });\n';
    expect(await plan("a.test.js", text)).toBe(await plan("a.test.js", text));
    expect(await plan("a.test.js", text, 2)).not.toBe(await plan("a.test.js", text));
  });

  it.each([
    ["a.test.js", "const a = 1;\n"],
    ["a.test.js", 'test("no assertion", () => { f(1); });\n'],
    ["test_a.py", "def helper():\n    assert f(1) == 2\n"],
  ])("gives nothing where no test can be read: %s %#", async (path, text) => {
    expect(await plan(path, text)).toBe(null);
  });

  it("keeps the indentation of Python, in functions and in classes", async () => {
    const text =
      (await plan(
        "test_a.py",
        'class TestA(unittest.TestCase):\n\tdef test_b(self):\n\t\tfor n in [1, 2]:\n\t\t\tself.assertEqual(f(n, "x"), 3)\n\ndef test_c(): assert f(1) == 2\n\ndef test_d():\n    with pytest.raises(ValueError):\n        f("a")\n    assert not f([1])\n',
      )) ?? "";
    expect(text).toContain('__nightshift_note("own:t0:0:0", ');
    expect(text).toContain('__nightshift_note("own:t1:0:0", ');
    expect(text).toContain("except BaseException as nightshift_error:");
    expect(text).toContain("with pytest.raises(ValueError):");
  });
});
