import { resolve } from "node:path";
import { expect, it } from "vitest";
import { searchProject } from "../../helpers/search-task.ts";

const modules = resolve(import.meta.dirname, "../../../node_modules");
const command = ["node_modules/.bin/vitest", "run", "--reporter=json", "--outputFile={report}", "--bail=0"];

it("mends TSX under vitest, by the imports of the failing test and through a workspace package", async () => {
  const files = {
    "package.json": '{"type":"module","private":true}',
    "tsconfig.json": '{"compilerOptions":{"jsx":"react","jsxFactory":"h"}}',
    "packages/ui/package.json": '{"name":"@shop/ui","type":"module","exports":"./src/index.tsx"}',
    "packages/ui/src/index.tsx": 'export { badge } from "./badge.tsx";\n',
    "packages/ui/src/badge.tsx":
      "type Props = { readonly count: number };\nconst h = (tag: string, props: object | null, ...children: unknown[]) => ({ tag, props, children });\nexport const badge = ({ count }: Props) => <b title={String(count)}>{count >= 99 ? '99+' : count}</b>;\n",
    "packages/ui/src/unrelated.ts": "export const unrelated = (a: number) => a < 1;\n",
    "test/badge.test.ts":
      'import { expect, test } from "vitest";\nimport { badge } from "../packages/ui/src/index.tsx";\ntest("99", () => expect(badge({ count: 99 }).children).toEqual([99]));\ntest("100", () => expect(badge({ count: 100 }).children).toEqual(["99+"]));\n',
  };
  const { proposals, end } = await searchProject({
    files,
    links: { node_modules: modules },
    gate: {
      kind: "tests",
      runner: "vitest",
      format: "vitest-json",
      report: "{report}",
      command,
      only: [...command, "--testNamePattern={namePattern}", "{file}"],
    },
    limits: { maxCandidates: 30, maxMs: null },
  });
  expect(proposals[0]?.edits[0]?.content, JSON.stringify(end)).toContain("count > 99");
});
