import { posix } from "node:path";
import { languageOf } from "../../syntax/language.ts";
import type { Source } from "../../syntax/source.ts";
import type { ChangedFile, ChangeSet } from "../change-set.ts";
import { diffFileLines } from "../diff-lines.ts";
import type { PolicyContext, PolicyFinding } from "../policy-rule.ts";
import { isTestFile } from "../protected/is-test-file.ts";
import { buildPythonOutline } from "./build-python-outline.ts";
import { buildScriptOutline } from "./build-script-outline.ts";
import { compareMarkers } from "./compare-markers.ts";
import { compareOutlines } from "./compare-outlines.ts";
import { compareRustTests } from "./compare-rust-tests.ts";
import { createOwnerLookup } from "./create-owner-lookup.ts";
import { findDisturbances } from "./find-disturbances.ts";
import { findShadowing } from "./find-shadowing.ts";
import type { TestDifference, TestRule } from "./test-difference.ts";
import type { TestOutline } from "./test-outline.ts";

const data =
  /(?:^|\/)(?:fixtures|__fixtures__|testdata|test-data|test_data|__snapshots__|snapshots|goldens?)\/|\.(?:snap|golden|expected)$|\.approved\.txt$/i;
const prose = /^(?:readme|contributing|changelog|license)(?:\.\w+)?$/i;
const code =
  /\.(?:[cm]?[jt]sx?|py|pyi|go|rs|rb|java|kt|kts|scala|groovy|cs|fs|php|swift|c|cc|cpp|h|hpp|ex|exs|lua|dart|sh|bash|pl|vue|svelte|coffee)$/i;

/** A change is read once, whatever number of rules asks: what tests lost depends on nothing else. */
const known = new WeakMap<ChangeSet, Promise<readonly (PolicyFinding & { readonly rule: TestRule })[]>>();

/** What a change takes from the tests of a repository, as one of the rules on tests sees it. */
export async function findTestDifferences(
  rule: TestRule,
  change: ChangeSet,
  context: PolicyContext,
): Promise<readonly PolicyFinding[]> {
  const all = known.get(change) ?? compareFiles(change, context);
  known.set(change, all);
  return (await all).flatMap(({ rule: of, ...finding }) => (of === rule ? [finding] : []));
}

async function compareFiles(change: ChangeSet, context: PolicyContext) {
  const found = await Promise.all(
    change.files
      .filter(({ path }) => isTestFile(path))
      .map(async (file) => {
        const differences = await compareFile(file, change, context);
        return differences.map((difference) => ({ file: file.path, ...difference }));
      }),
  );
  return found.flat();
}

async function compareFile(
  file: ChangedFile,
  change: ChangeSet,
  context: PolicyContext,
): Promise<readonly TestDifference[]> {
  const { path, before, after } = file;
  const isData = data.test(path) || !code.test(path);
  if (before !== null && before.text !== null && before.text === after?.text) return [];
  if (before === null) return after === null ? [] : await checkNewFile(file, change, context, isData);
  if (isData && prose.test(posix.basename(path)) && after !== null) return [];
  if (after === null)
    return [
      isData
        ? tell("test-data", `${path} is gone, which tests compare with`)
        : tell("test-deleted", `${path} is gone; tests are not deleted, renamed or moved`),
    ];
  if (isData) return [tell("test-data", `${path} is changed, which tests read or compare with`)];
  if (path.endsWith(".rs") && before.text !== null && after.text !== null)
    return compareRustTests(before.text, after.text);
  const [was, is] = await Promise.all([parse(path, before.text, context), parse(path, after.text, context)]);
  if (typeof was === "string" || typeof is === "string") {
    const why = typeof was === "string" ? was : is;
    return [tell("test-unreadable", `what tests lost cannot be told: ${why}`)];
  }
  const { added } = diffFileLines(file);
  return [...compareMarkers(was, is, added), ...compareOutlines(was, is)];
}

function tell(rule: TestRule, reason: string): TestDifference {
  return { rule, line: null, reason };
}

async function checkNewFile(
  file: ChangedFile,
  change: ChangeSet,
  context: PolicyContext,
  isData: boolean,
): Promise<readonly TestDifference[]> {
  const shadowing = await findShadowing(file, change, context);
  if (isData || languageOf(file.path) === null) return shadowing;
  const outline = await parse(file.path, file.after?.text ?? null, context);
  if (typeof outline === "string")
    return [...shadowing, tell("test-unreadable", `what this new file does cannot be told: ${outline}`)];
  const { source } = outline;
  const ownerOf = createOwnerLookup(outline.items);
  const writes = findDisturbances(source.root, source, { ownerOf, isAlone: true });
  return [
    ...shadowing,
    ...compareMarkers(null, outline, []),
    ...writes.flatMap(({ kind, what, line }) =>
      kind === "mock"
        ? []
        : [{ rule: "test-setup" as const, line, reason: `${what}, which other tests see too` }],
    ),
  ];
}

async function parse(
  path: string,
  text: string | null,
  { parser }: PolicyContext,
): Promise<TestOutline | string> {
  if (text === null) return `${path} is no text`;
  const outcome = await parser.parse(path, text);
  return outcome.status === "skipped" ? outcome.reason : buildOutline(outcome.source);
}

function buildOutline(source: Source): TestOutline {
  return source.language === "python" ? buildPythonOutline(source) : buildScriptOutline(source);
}
