import type { Check } from "../../domain/gate.ts";
import { excerptFailure } from "./excerpt.ts";
import { readXml, type XmlElement } from "./read-xml.ts";
import { unreadable } from "./unreadable.ts";

/** One test of a JUnit document, as written: how it is named is for the format's own parser to say. */
export type JunitCase = {
  /** Names of the suites around it, outermost first. */
  readonly suites: readonly string[];
  readonly attributes: Readonly<Record<string, string>>;
  /** What the nearest suite says of its file; "" when it says nothing. */
  readonly suiteFile: string;
  readonly status: Check["status"];
  /** Present when it failed: message and stack cut to size, the whole text for those who look for more. */
  readonly failure: (Pick<Check, "message" | "stack"> & { readonly text: string }) | null;
  readonly durationMs: number | null;
};

/**
 * Reads the tests of a JUnit XML document (https://github.com/testmoapp/junitxml). What many tools agree on is read;
 * suites that announce more failures than they list are unreadable.
 */
export function readJunit(
  text: string,
):
  | { readonly status: "read"; readonly cases: readonly JunitCase[]; readonly root: XmlElement }
  | ReturnType<typeof unreadable> {
  const document = readXml(text);
  if (document.status === "unreadable") return document;
  const { root } = document;
  if (root.name !== "testsuites" && root.name !== "testsuite") {
    return unreadable(`not JUnit: the document's root is <${root.name.slice(0, 80)}>`, text);
  }
  const cases: JunitCase[] = [];
  const fault = readSuite(root, { suites: [], suiteFile: "" }, cases);
  return fault === null ? { status: "read", cases, root } : unreadable(fault, text);
}

type Place = Pick<JunitCase, "suites" | "suiteFile">;

/** Adds the tests of a suite to `cases`; returns what is wrong with it, or null. */
function readSuite(suite: XmlElement, outer: Place, cases: JunitCase[]): string | null {
  const name = suite.name === "testsuite" ? (suite.attributes.name ?? "") : "";
  const place = {
    suites: name === "" ? outer.suites : [...outer.suites, name],
    suiteFile: suite.attributes.file ?? suite.attributes.filepath ?? outer.suiteFile,
  };
  const first = cases.length;
  for (const child of suite.children) {
    if (child.name === "testsuite") {
      const fault = readSuite(child, place, cases);
      if (fault !== null) return fault;
    }
    if (child.name !== "testcase") continue;
    if (child.attributes.name === undefined) return `a test without a name in suite "${name}"`;
    cases.push(readCase(child, place));
  }
  // A failure of the suite itself, as when it could not be set up.
  if (suite.children.some(isFailure)) cases.push(readCase(suite, place));
  return findDisagreement(suite, cases.slice(first));
}

function readCase(element: XmlElement, place: Place): JunitCase {
  const { attributes, children } = element;
  const failures = children.filter(isFailure);
  const said = `${attributes.status ?? ""} ${attributes.result ?? ""}`.toLowerCase();
  const isFailed = failures.length > 0 || /\b(?:fail(?:ed|ure)?|error(?:ed)?)\b/.test(said);
  const isSkipped =
    children.some(({ name }) => ["skipped", "disabled", "ignored"].includes(name)) ||
    /\b(?:skipped|notrun|disabled|ignored|suppressed|pending)\b/.test(said);
  const seconds = Number.parseFloat((attributes.time ?? "").replaceAll(",", ""));
  return {
    ...place,
    attributes: element.name === "testcase" ? attributes : {},
    status: isFailed ? "failed" : isSkipped ? "skipped" : "passed",
    failure: isFailed ? readFailure(failures) : null,
    durationMs: Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : null,
  };
}

function isFailure({ name }: XmlElement): boolean {
  return name === "failure" || name === "error";
}

function readFailure(failures: readonly XmlElement[]): JunitCase["failure"] {
  const text = failures.map((failure) => failure.text).join("\n");
  const messages = failures.map(({ attributes, text: body }) => {
    const message = attributes.message?.trim() ?? "";
    return message === "" ? body.trim() || (attributes.type ?? "") : message;
  });
  return { text, ...excerptFailure({ message: messages.join("\n"), stack: text }) };
}

function findDisagreement({ attributes }: XmlElement, cases: readonly JunitCase[]): string | null {
  const [tests, failures, errors] = ["tests", "failures", "errors"].map((name) =>
    Number(attributes[name] ?? 0),
  );
  const failed = cases.filter(({ status }) => status === "failed").length;
  const announced = (failures || 0) + (errors || 0);
  const suite = `suite "${attributes.name ?? ""}"`;
  if (announced > 0 && failed === 0) return `${suite} announces ${announced} failures and lists none`;
  if ((tests || 0) > 0 && cases.length === 0) return `${suite} announces ${tests} tests and lists none`;
  return null;
}
