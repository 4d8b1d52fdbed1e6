import { splitLines } from "./split-lines.ts";
import { unreadable } from "./unreadable.ts";

/** One line of a test in libtest's output. */
export type LibtestTest = { readonly name: string; readonly outcome: "ok" | "FAILED" | "ignored" | "bench" };

/** What one test binary printed. */
export type LibtestRun = {
  /** `src/lib.rs` as cargo names it; "" where cargo's own lines are not part of the text. */
  readonly source: string;
  readonly crate: string;
  readonly tests: readonly LibtestTest[];
  /** What failing tests printed, by name. */
  readonly failures: ReadonlyMap<string, string>;
};

const binary =
  /^\s+Running (?:unittests )?(?<source>\S+) \((?:.*[\\/])?(?<crate>[^\\/]+?)-[0-9a-f]{16}(?:\.exe)?\)$/;
const documentation = /^\s+Doc-tests (?<crate>\S+)$/;
const start = /^running (?<count>\d+) tests?$/;
const test = /^test (?<name>.+?) \.\.\. (?<outcome>ok|FAILED|ignored|bench:)(?:$|[ ,].*$)/;
/** What a test writes to a stream past libtest stands around or within its line; the counts at the end judge the reading. */
const mingledStart = /test (?<name>\S+(?: - .+?)?) \.\.\. (?<rest>.*)$/;
const mingledEnd = /(?<outcome>ok|FAILED|ignored)$/;
const result =
  /^test result: (?<word>ok|FAILED)\. (?<passed>\d+) passed; (?<failed>\d+) failed; (?<ignored>\d+) ignored; (?<measured>\d+) measured;/;
const section = /^---- (?<name>.+) stdout ----$/;
const uncompiled = /^error: could not compile /;

type Draft = Omit<LibtestRun, "tests" | "failures"> & {
  readonly announced: number;
  readonly tests: LibtestTest[];
  readonly failures: Map<string, string[]>;
  isListing: boolean;
  /** The test whose line has begun and has no outcome yet. */
  open: string | null;
  shown: string | null;
};

/** Splits libtest's text into runs. Each has to end with a result whose counts are those of the tests listed. */
export function readLibtest(
  text: string,
): { readonly status: "read"; readonly runs: readonly LibtestRun[] } | ReturnType<typeof unreadable> {
  const runs: LibtestRun[] = [];
  let origin = { source: "", crate: "" };
  let draft: Draft | null = null;
  for (const line of splitLines(text)) {
    if (uncompiled.test(line)) return unreadable(line.slice(0, 200), text);
    if (draft === null) {
      const named = (binary.exec(line) ?? documentation.exec(line))?.groups;
      if (named !== undefined) origin = { source: named.source ?? "", crate: named.crate ?? "" };
      const count = start.exec(line)?.groups?.count;
      if (count !== undefined) draft = newDraft(origin, Number(count));
      else if (result.test(line)) return unreadable("a test result that no run belongs to", text);
      continue;
    }
    const counts = result.exec(line)?.groups;
    if (counts === undefined) {
      readLine(line, draft);
      continue;
    }
    const fault = findDisagreement(draft, counts);
    if (fault !== null) return unreadable(fault, text);
    runs.push(finish(draft));
    draft = null;
    origin = { source: "", crate: "" };
  }
  if (draft !== null) return unreadable("a test binary has no result: it was cut short or crashed", text);
  if (runs.length === 0) return unreadable("no test binary was run", text);
  return { status: "read", runs };
}

function newDraft(origin: { source: string; crate: string }, announced: number): Draft {
  return { ...origin, announced, tests: [], failures: new Map(), isListing: true, open: null, shown: null };
}

function readLine(line: string, draft: Draft): void {
  // Behind "failures:" is what the tests printed, which may look like anything.
  if (line === "failures:" || line === "successes:") {
    draft.isListing = false;
    draft.shown = null;
  } else if (draft.isListing) {
    listTest(line, draft);
  } else {
    const name = section.exec(line)?.groups?.name;
    if (name !== undefined && draft.tests.some((known) => known.name === name)) draft.shown = name;
    else if (draft.shown !== null) {
      const lines = draft.failures.get(draft.shown) ?? [];
      lines.push(line);
      draft.failures.set(draft.shown, lines);
    }
  }
}

function listTest(line: string, draft: Draft): void {
  const match = test.exec(line)?.groups;
  const begun = match ?? mingledStart.exec(line)?.groups;
  draft.open = begun?.name ?? draft.open;
  const outcome = (match ?? mingledEnd.exec(begun?.rest ?? line)?.groups)?.outcome;
  if (draft.open === null || outcome === undefined) return;
  draft.tests.push({ name: draft.open, outcome: outcome.replace(":", "") as LibtestTest["outcome"] });
  draft.open = null;
}

function findDisagreement(draft: Draft, counts: Readonly<Record<string, string>>): string | null {
  const listed = (outcome: LibtestTest["outcome"]) =>
    draft.tests.filter((known) => known.outcome === outcome).length;
  const pairs = [
    ["passed", "ok"],
    ["failed", "FAILED"],
    ["ignored", "ignored"],
    ["measured", "bench"],
  ] as const;
  for (const [word, outcome] of pairs) {
    const announced = Number(counts[word]);
    if (announced !== listed(outcome))
      return `${announced} tests ${word} and ${listed(outcome)} are listed so`;
  }
  if ((counts.word === "ok") !== (listed("FAILED") === 0)) {
    return `the result is ${counts.word}, and ${listed("FAILED")} tests failed`;
  }
  if (draft.announced !== draft.tests.length)
    return `${draft.announced} tests began and ${draft.tests.length} ended`;
  return null;
}

function finish({ source, crate, tests, failures }: Draft): LibtestRun {
  const texts = [...failures].map(([name, lines]) => [name, lines.join("\n").trim()] as const);
  return { source, crate, tests, failures: new Map(texts) };
}
