/** One use of an assertion library that has to fail: what it is called, and the code that uses it. */
export type Assertion = { readonly what: string; readonly code: string };

const nodeAssert = /["'](?<name>(?:node:)?assert(?:\/strict)?)["']/g;
const usesExpect = /\bexpect\s*\(/;
const usesChai = /["']chai["']/;
const usesContext = /\b\w+\.assert\.\w+\s*\(/;

/**
 * Assertions of the libraries that JavaScript tests use, each false: `wrong` and `other` are strings that differ, and
 * `take(name)` gives a library. A library whose assertions do not throw has been changed. Pure.
 */
export function findAssertions(tests: readonly string[], runner: string): readonly Assertion[] {
  const text = tests.join("\n");
  const names = new Set([...text.matchAll(nodeAssert)].map(({ groups }) => groups?.name ?? ""));
  const found = [...names].flatMap((name) => useNodeAssert(name));
  if (runner === "node-test" && usesContext.test(text)) found.push(...useTestContext());
  if ((runner === "vitest" || runner === "jest") && usesExpect.test(text)) found.push(...useExpect());
  if (usesChai.test(text)) found.push(...useChai());
  // Of a project that uses none of these, what its tests throw still has to count.
  return found;
}

function useNodeAssert(name: string): Assertion[] {
  const calls = {
    ok: "ok(wrong === other)",
    equal: "equal(wrong, other)",
    strictEqual: "strictEqual(wrong, other)",
    deepEqual: "deepEqual({ wrong }, { wrong: other })",
    deepStrictEqual: "deepStrictEqual([wrong], [other])",
    notStrictEqual: "notStrictEqual(wrong, wrong)",
    match: "match(wrong, /^[^a-z0-9]*$/)",
    throws: "throws(() => {})",
  };
  const direct = { what: name, code: `take(${JSON.stringify(name)})(wrong === other);` };
  const methods = Object.entries(calls).map(([method, call]) => ({
    what: `${name}.${method}`,
    code: `take(${JSON.stringify(name)}).${call};`,
  }));
  const rejects = {
    what: `${name}.rejects`,
    code: `await take(${JSON.stringify(name)}).rejects(async () => {});`,
  };
  return [direct, ...methods, rejects];
}

function useTestContext(): Assertion[] {
  return [
    { what: "t.assert.strictEqual", code: "context.assert.strictEqual(wrong, other);" },
    { what: "t.assert.deepStrictEqual", code: "context.assert.deepStrictEqual([wrong], [other]);" },
    { what: "t.assert.ok", code: "context.assert.ok(wrong === other);" },
  ];
}

function useExpect(): Assertion[] {
  const calls = [
    "toBe(other)",
    "toEqual(other)",
    "toStrictEqual(other)",
    "toMatch(other)",
    "toContain(other)",
    "toBeNull()",
    "toBeUndefined()",
    "toBeFalsy()",
    "toHaveLength(1)",
  ].map((call) => ({ what: `expect().${call.split("(")[0]}`, code: `expect(wrong).${call};` }));
  return [
    ...calls,
    { what: "expect().toThrow", code: "expect(() => {}).toThrow();" },
    { what: "expect().toBeCloseTo", code: "expect(wrong.length).toBeCloseTo(wrong.length + 1);" },
    { what: "expect().toMatchObject", code: "expect({ wrong }).toMatchObject({ wrong: other });" },
    { what: "expect().rejects", code: "await expect(Promise.resolve(wrong)).rejects.toBe(wrong);" },
  ];
}

function useChai(): Assertion[] {
  const take = 'take("chai")';
  return [
    { what: "chai.assert.equal", code: `${take}.assert.equal(wrong, other);` },
    { what: "chai.assert.strictEqual", code: `${take}.assert.strictEqual(wrong, other);` },
    { what: "chai.assert.deepEqual", code: `${take}.assert.deepEqual([wrong], [other]);` },
    { what: "chai.assert.throws", code: `${take}.assert.throws(() => {});` },
    { what: "chai.expect.equal", code: `${take}.expect(wrong).to.equal(other);` },
    { what: "chai.expect.eql", code: `${take}.expect([wrong]).to.deep.equal([other]);` },
    { what: "chai.expect.throw", code: `${take}.expect(() => {}).to.throw();` },
  ];
}
