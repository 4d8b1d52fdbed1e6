import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { vitestRunner } from "../../../../src/brain/search/warm/node-vitest-runner.ts";
import { openWarm } from "../../../helpers/open-warm.ts";
import { runTexts, sessionOf, sumUp } from "./run-warm.ts";

const links = { node_modules: resolve(import.meta.dirname, "../../../../node_modules") };
const command = ["node_modules/.bin/vitest", "run", "--reporter=json", "--outputFile={report}", "--bail=0"];
const gate = {
  ...({ kind: "tests", runner: "vitest", format: "vitest-json", report: "{report}" } as const),
  command,
};
const wrong = `enum Kind { First, Last }
type Page = { readonly at: number };
export function isLast(page: Page, pages: number): boolean {
  if (page.at > pages) return Kind.Last === 1;
  return false;
}
`;
const right = wrong.replace(">", ">=");
const files = {
  "package.json": '{"type":"module","private":true}',
  "tsconfig.json": '{"compilerOptions":{"jsx":"react","jsxFactory":"h"}}',
  "vitest.config.ts": `export default {
  resolve: { alias: { "@src": new URL("./src", import.meta.url).pathname } },
  test: { globals: true, setupFiles: ["./test/setup.ts"] },
};
`,
  "src/a.ts": wrong,
  "src/badge.tsx": `import { isLast } from "./a";
const h = (tag: string, props: object | null, ...children: unknown[]) => ({ tag, props, children });
export const badge = (at: number) => <b title="page">{isLast({ at }, 3) ? "last" : at}</b>;
`,
  "test/setup.ts": "(globalThis as { isSetUp?: boolean }).isSetUp = true;\n",
  "test/a.test.ts": `import { beforeEach, describe, expect, it, test as also, vi } from "vitest";
import { isLast } from "@src/a";
import { badge } from "../src/badge";
vi.mock("@src/a", async (original) => ({ ...(await original<object>()), extra: 1 }));
let seen = 0;
beforeEach(() => { seen += 1; });
also("last", () => expect(isLast({ at: 3 }, 3)).toBe(true));
describe("others", () => {
  it.each([1, 2])("page %i", (at) => expect(isLast({ at }, 3)).toBe(false));
  it.skip("skipped", () => {});
  it.fails("fails", () => expect(1).toBe(2));
  it("is set up", () => { expect(isSetUp).toBe(true); expect(seen).toBeGreaterThan(0); });
  it("mocks", () => { const f = vi.fn(() => 1); f(); expect(f).toHaveBeenCalledOnce(); });
  it("draws", () => expect(badge(1).children).toEqual([1]));
});
declare const isSetUp: boolean;
`,
  "test/globals.test.js": 'test("globals", () => { expect(vi.isMockFunction(vi.fn())).toBe(true); });\n',
};

describe("candidates under vitest", () => {
  it("are run by memory, through the project's own plugins, aliases, mocks and set-up files", async () => {
    await using warm = await openWarm({ files, links, gate }, vitestRunner);
    const session = sessionOf(warm);
    const loops = right.replace("return false", "for (;;);\n  return false");
    const exits = right.replace("return false", "process.exit(1);\n  return false");
    const texts = [wrong, right, "(", right, loops, exits, right.replace("=", ""), right];
    const outcomes = await runTexts(session, "src/a.ts", texts, 10_000);
    expect(outcomes.map(sumUp)).toEqual([
      "passed 0, failed 1 …",
      "passed 8, failed 0",
      "passed 0, failed 1 …",
      "passed 8, failed 0",
      "out-of-fuel",
      expect.stringMatching(/^(?:passed 5, failed 3|ended: it called process\.exit\(1\))$/),
      "passed 0, failed 1 …",
      "passed 8, failed 0",
    ]);
    expect(outcomes[0]).toMatchObject({ checks: [{ message: expect.stringContaining("test/a.test.ts:7") }] });
  });

  it("are traced and observed by their own text", async () => {
    await using warm = await openWarm({ files, links, gate, width: 1 }, vitestRunner);
    const session = sessionOf(warm);
    const last = JSON.stringify(["test/a.test.ts", "", "last"]);
    const trace = (await session.trace()).find(({ test }) => test === last);
    expect([...(trace?.lines.get("src/a.ts") ?? [])].toSorted()).toEqual([4, 5]);
    const parts = trace?.missed?.get("src/a.ts") ?? [];
    expect(parts.map(({ start, end }) => wrong.slice(start, end))).toEqual(["return Kind.Last === 1;"]);
    const content = wrong.replace("page.at > pages", '__nightshift_note("page", page).at > pages');
    const noted = await session.observe([{ path: "src/a.ts", mode: "100644", content }]);
    expect(noted.get("page")?.[0]).toEqual({ test: last, type: "object", text: '{"at":3}' });
  });
});

describe("vitest is left to the plain way", () => {
  it.each([
    ["a build step", { before: ["npm run build"] }, /build step/],
    ["an option that is not known", { command: [...command, "--typecheck"] }, /its command has --typecheck/],
    [
      "a shell",
      { command: "cd . && node_modules/.bin/vitest run --reporter=json --outputFile={report}" },
      /needs a shell/,
    ],
  ])("with %s", async (_title, change, reason) => {
    const plan = { ...gate, ...change };
    const task = { gate: { before: [], ...plan } } as unknown as Parameters<
      typeof vitestRunner.open
    >[0]["task"];
    const opening = await vitestRunner.open({ task, width: 1 }, {} as never);
    expect(opening).toEqual({ status: "unsuited", reason: expect.stringMatching(reason) });
  });
});
