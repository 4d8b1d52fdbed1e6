import type { Source } from "../../syntax/source.ts";
import { textOf } from "../../syntax/source.ts";
import { childOf } from "../../syntax/syntax-node.ts";
import type { ChangedFile } from "../change-set.ts";
import type { PolicyContext, PolicyFinding } from "../policy-rule.ts";
import { buildPythonOutline } from "./build-python-outline.ts";
import { buildScriptOutline, inSourceName } from "./build-script-outline.ts";
import { compareOutlines } from "./compare-outlines.ts";
import { listTestNames } from "./read-test-call.ts";
import type { OutlineItem, TestBlock, TestOutline } from "./test-outline.ts";

/** Words without which a source holds no tests. */
const mark =
  /import\.meta\s*\.\s*vitest|TestCase\b|node:test|from\s+["'](?:vitest|@jest\/globals|mocha|tape|ava)["']/;

/** What tests in sources of scripts and Python lost. They may move to another file of the change as they are. */
export async function findInSourceDifferences(
  files: readonly ChangedFile[],
  { parser }: Pick<PolicyContext, "parser">,
): Promise<readonly PolicyFinding[]> {
  const read = async (path: string, text: string | null | undefined): Promise<TestOutline | string> => {
    if (text == null) return "it is gone";
    const outcome = await parser.parse(path, text);
    return outcome.status === "skipped" ? outcome.reason : buildInSourceOutline(outcome.source);
  };
  const marked = files.filter(
    ({ path, before }) => /\.(?:py|[cm]?[jt]sx?)$/.test(path) && mark.test(before?.text ?? ""),
  );
  if (marked.length === 0) return [];
  const others = (await Promise.all(files.map(({ path, after }) => read(path, after?.text)))).filter(
    (outline) => typeof outline !== "string",
  );
  const found = marked.map(async ({ path, before, after }) => {
    const was = await read(path, before?.text);
    if (typeof was !== "string" && was.items.length === 0) return [];
    const is = after === null ? "it is gone" : await read(path, after.text);
    if (typeof was === "string")
      return [{ file: path, line: null, reason: `its tests cannot be compared: ${was}` }];
    if (others.some((other) => compareOutlines(was, other).length === 0)) return [];
    if (typeof is === "string")
      return [{ file: path, line: null, reason: `its tests cannot be compared: ${is}` }];
    return compareOutlines(was, is).map(({ line, reason }) => ({ file: path, line, reason }));
  });
  return (await Promise.all(found)).flat();
}

function buildInSourceOutline(source: Source): TestOutline {
  const { items } = source.language === "python" ? buildPythonOutline(source) : buildScriptOutline(source);
  const bindings = items.flatMap((item) => (item.kind === "import" ? [...item.bindings] : []));
  const hasRunner = listTestNames(new Map(bindings)).size > 0;
  const isKept = (item: OutlineItem): item is TestBlock =>
    item.kind === "block" &&
    (source.language === "python" ? isTestCase(item, source) : hasRunner || item.name === inSourceName);
  return { source, items: items.filter(isKept) };
}

function isTestCase({ node, isTest }: TestBlock, source: Source): boolean {
  const bases = childOf(childOf(node, "definition") ?? node, "superclasses");
  return !isTest && bases !== null && /TestCase\b/.test(textOf(bases, source));
}
