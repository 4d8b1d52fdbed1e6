import type { Check } from "../../domain/gate.ts";
import { isStandIn } from "../../gates/is-stand-in.ts";
import { isTestFile } from "../../policy/protected/is-test-file.ts";
import { locateFailure } from "../../work/locate-failure.ts";

/** A module that is not there, or lacks what is imported from it, wherever it is asked for. */
const missingModule =
  /Cannot find (?:module|package)|ERR_MODULE_NOT_FOUND|Failed to (?:resolve import|load url)|does not provide an export named|ModuleNotFoundError|No module named|ImportError|cannot import name/;
/** What a runner says of a test that it ended; an assertion about times has other words. */
const timeOut =
  /Test timed out in \d|Exceeded timeout of \d|Timeout of \d+ ?ms exceeded|test timed out after \d|Failed: Timeout >|test did not finish/i;
const missingFixture = /fixture '[^']*' not found/;
/** Of the test itself, where it is thrown there: code that cannot be read, a name that nobody has declared. */
const unknownName =
  /\b(?:SyntaxError|IndentationError|TabError|ReferenceError|NameError|UnboundLocalError)\b|\b[\w$]+ is not defined\b|name '[^']*' is not defined/;
/** Of what the project offers, asked for by the test. */
const missingMember =
  /\bis not a (?:function|constructor)\b|\b(?:module|type object) '[^']*' has no attribute|got an unexpected keyword argument/;

/**
 * Why a new test that fails says nothing of the code under test, in a clause for whoever wrote it; null where it fails
 * by an assertion, or by an error that the code under test throws. A name that the project does not have is a reason to
 * fail only where new names are allowed: elsewhere no fix could be let through. Pure.
 */
export function findOwnFault(
  check: Check,
  {
    siblings,
    tracked,
    allowsNewNames,
  }: {
    /** All checks of the run. */
    readonly siblings: readonly Check[];
    readonly tracked: ReadonlySet<string>;
    readonly allowsNewNames: boolean;
  },
): string | null {
  const message = check.message ?? "";
  const [first = ""] = message.split("\n", 1);
  const said = first === "" ? "" : `: ${first.slice(0, 200)}`;
  const ofFile = siblings.filter(({ file }) => file === check.file);
  if (isStandIn(check, ofFile)) return `${check.file} does not load, or a hook of it fails${said}`;
  const text = `${message}\n${check.stack ?? ""}`;
  if (missingModule.test(text)) return `it loads what is not there${said}`;
  if (timeOut.test(text)) return `it was ended for taking too long${said}`;
  if (missingFixture.test(text)) return `it uses a fixture that is not there${said}`;
  const place = locateFailure(check, tracked);
  if (place !== undefined && !isTestFile(place.file)) return null;
  if (unknownName.test(message)) return `it fails by a fault of its own${said}`;
  if (!allowsNewNames && missingMember.test(message))
    return `it uses a name that the project does not have, and a fix may not add one${said}`;
  return null;
}
