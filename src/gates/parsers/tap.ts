import type { Check } from "../../domain/gate.ts";
import { distinguishChecks } from "./distinguish-checks.ts";
import { excerptFailure } from "./excerpt.ts";
import { buildFileCheck, FILE_CHECK_NAME } from "./file-check.ts";
import { readTap, type TapLevel, type TapPoint } from "./read-tap.ts";
import type { ReportParser } from "./report-parser.ts";
import { unreadable } from "./unreadable.ts";

/**
 * Test Anything Protocol. Subtests are suites; the point that closes one is a check only when it fails by itself.
 * In what tape writes, comments are headings, so they are suites too. The file is the run's `{file}`: points that
 * pass name none, and an identity must not depend on the outcome. Without a plan that is kept it is unreadable.
 */
export const parseTap: ReportParser = ({ text, file = "" }) => {
  // The library reads nothing at all as "all tests are skipped".
  if (!/^\s*1\.\.\d/m.test(text)) return unreadable("not a whole TAP document: no plan", text);
  const document = readTap(text);
  const fault = findFault(document);
  if (fault !== null) return unreadable(`not a whole TAP document: ${fault}`, text);
  const checks = readLevel(document, { file, suites: [], hasHeadings: isFromTape(document) });
  return { status: "checks", checks: distinguishChecks(checks) };
};

type Place = { readonly file: string; readonly suites: readonly string[]; readonly hasHeadings: boolean };

function readLevel(level: TapLevel, place: Place): Check[] {
  return level.points.flatMap((point): Check[] => {
    const { result, child, heading } = point;
    const suites = place.hasHeadings && heading !== "" ? [...place.suites, heading] : place.suites;
    const inner =
      child === null ? [] : readLevel(child, { ...place, suites: [...suites, child.name || result.name] });
    const isExcused = isSet(result.todo) || isSet(result.skip);
    // What fails inside a subtest that is excused is excused too.
    if (child !== null && isExcused) return inner.map(excuse);
    const hasInnerFailure = inner.some(({ status }) => status === "failed");
    if (inner.length > 0 && (result.ok || hasInnerFailure)) return inner;
    return [...inner, buildCheck(point, { ...place, suites })];
  });
}

function buildCheck({ result, child, notes }: TapPoint, { file, suites }: Place): Check {
  const isSkipped = isSet(result.skip) || (isSet(result.todo) && !result.ok);
  const status = isSkipped ? "skipped" : result.ok ? "passed" : "failed";
  const time = typeof result.time === "number" ? { durationMs: result.time } : {};
  const explanation = child?.fault ?? notes.join("\n");
  const failure = status === "failed" ? describeFailure(result.name, result.diag, explanation) : {};
  const outcome = { status, ...time, ...failure } as const;
  // As `support/tap-crash-reporter.cjs` ends the document of a file that crashed.
  if (result.name === FILE_CHECK_NAME) return buildFileCheck(file, outcome);
  return { file, suite: suites.join(" > "), name: result.name, ...outcome };
}

/** Diagnostics are free in form; these are the keys of tape, node:test and node-tap. */
function describeFailure(name: string, diag: unknown, explanation: string): Pick<Check, "message" | "stack"> {
  if (typeof diag !== "object" || diag === null) {
    return excerptFailure({ message: explanation || (typeof diag === "string" ? diag : name) });
  }
  const { message, error, stack, at, location, ...others } = diag as Readonly<Record<string, unknown>>;
  const headline = [message, error].find((text) => typeof text === "string") ?? name;
  const details = ["operator", "expected", "actual", "diff"]
    .filter((key) => others[key] !== undefined)
    .map((key) => `${key}: ${show(others[key])}`);
  return excerptFailure({
    message: [headline, ...details].join("\n"),
    stack: [stack, at, location]
      .filter((part) => part !== undefined)
      .map(show)
      .join("\n"),
  });
}

function show(value: unknown): string {
  return typeof value === "string" ? value : (JSON.stringify(value) ?? String(value));
}

function excuse({ message: _message, stack: _stack, ...check }: Check): Check {
  return check.status === "failed" ? { ...check, status: "skipped" } : check;
}

function isSet(directive: boolean | string): boolean {
  return directive !== false;
}

/** A fault inside a subtest is its own failure, unless its point says that all is well. */
function findFault({ fault, points }: TapLevel): string | null {
  if (fault !== null) return fault;
  for (const { child, result } of points) {
    const inner = child === null ? null : findFault(child);
    if (inner !== null && result.ok) return `${result.name}: ${inner}`;
  }
  return null;
}

/** Tape closes with its counts, and heads each test with a comment; node:test has other comments as well. */
function isFromTape({ comments }: TapLevel): boolean {
  const isFromNode = comments.some(
    (comment) => comment.startsWith("Subtest: ") || /^suites \d+$/.test(comment),
  );
  return !isFromNode && comments.some((comment) => /^tests +\d+$/.test(comment));
}
