import type { Check } from "../../domain/gate.ts";
import { distinguishChecks } from "./distinguish-checks.ts";
import { excerptFailure } from "./excerpt.ts";
import { buildFileCheck } from "./file-check.ts";
import { readGoEvents } from "./read-go-events.ts";
import type { ReportParser } from "./report-parser.ts";
import { unreadable } from "./unreadable.ts";

/** A package or test while its events are read. */
type Unit = { end: "pass" | "fail" | "skip" | null; seconds: number; readonly output: string[] };
type Package = Unit & { readonly tests: Map<string, Unit> };

/**
 * `go test -json` (https://pkg.go.dev/cmd/test2json). The file of a check is its package's import path, which is
 * what `go test` takes. A package that failed without a failing test (build, init, TestMain, exit) is a failing
 * check of its own. The stream has no end mark: what lies between packages that are whole, the exit code must show.
 */
export const parseGoTestJson: ReportParser = ({ text }) => {
  const events = readGoEvents(text);
  if (events.status === "unreadable") return events;
  const packages = new Map<string, Package>();
  for (const event of events.values) {
    const home = ensure(packages, event.package, (): Package => ({ ...newUnit(), tests: new Map() }));
    const unit = event.test === null ? home : ensure(home.tests, event.test, newUnit);
    if (event.action === "output") unit.output.push(event.output);
    if (event.action === "pass" || event.action === "fail" || event.action === "skip") {
      // A test binary that runs each test twice (-count=2) has two ends; the worse one stands.
      if (unit.end !== "fail") unit.end = event.action;
      unit.seconds = event.seconds;
    }
  }
  const checks: Check[] = [];
  for (const [name, unit] of packages) {
    if (unit.end === null) return unreadable(`package ${name} has no end: the report is cut short`, text);
    const open = [...unit.tests].find(([, { end }]) => end === null);
    if (open !== undefined && unit.end !== "fail") {
      return unreadable(`test ${open[0]} of package ${name} has no end`, text);
    }
    if (unit.end !== "fail" && [...unit.tests.values()].some((test) => test.end === "fail")) {
      return unreadable(`package ${name} does not fail, but a test in it does`, text);
    }
    for (const check of readPackage(name, unit)) checks.push(check);
  }
  return { status: "checks", checks: distinguishChecks(checks) };
};

function newUnit(): Unit {
  return { end: null, seconds: 0, output: [] };
}

function ensure<Value>(map: Map<string, Value>, key: string, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

function readPackage(file: string, { end, output, tests }: Package): Check[] {
  const checks = [...tests].map(([path, unit]): Check => {
    const names = path.split("/");
    // A test that never ended is the one in which the package's process died.
    const status = unit.end === "pass" ? "passed" : unit.end === "skip" ? "skipped" : "failed";
    return {
      file,
      suite: names.slice(0, -1).join(" > "),
      name: names.at(-1) ?? "",
      status,
      durationMs: unit.seconds * 1000,
      ...(status === "failed" ? describeFailure(findTelling(path, unit, tests), output) : {}),
    };
  });
  if (end !== "fail" || checks.some(({ status }) => status === "failed")) return checks;
  return [...checks, buildFileCheck(file, { status: "failed", ...describeFailure(output, output) })];
}

/** Of a test that failed with its subtests alone, the output of the first one that failed. */
function findTelling(path: string, unit: Unit, tests: ReadonlyMap<string, Unit>): readonly string[] {
  if (keepMessage(unit.output) !== "") return unit.output;
  for (const [other, inner] of tests) {
    if (other.startsWith(`${path}/`) && inner.end !== "pass" && keepMessage(inner.output) !== "")
      return inner.output;
  }
  return unit.output;
}

function describeFailure(
  own: readonly string[],
  ofPackage: readonly string[],
): Pick<Check, "message" | "stack"> {
  const text = keepMessage(own) || keepMessage(ofPackage) || ofPackage.join("").trim();
  const goroutines = /^goroutine \d+ \[/m.exec(text)?.index;
  return excerptFailure({
    message: goroutines === undefined ? text : text.slice(0, goroutines),
    stack: text,
  });
}

/** Output without the lines that test2json and the runner frame it with. */
function keepMessage(output: readonly string[]): string {
  const framing =
    /^\s*(?:=== (?:RUN|PAUSE|CONT|NAME)\b|--- (?:FAIL|PASS|SKIP): |(?:FAIL|PASS|ok|exit status \d+)(?:\s|$))/;
  return output
    .join("")
    .split("\n")
    .filter((line) => !framing.test(line))
    .join("\n")
    .trim();
}
