import { type Check, checkId, type GateResult } from "../../domain/gate.ts";
import { compareChecks } from "../../gates/compare-checks.ts";
import { findIdentityFaults } from "../../gates/find-identity-faults.ts";
import { isStandIn } from "../../gates/is-stand-in.ts";
import { findOwnFault } from "./find-own-fault.ts";

/** One gate of tests on the base, without and with new test files. */
export type RednessInput = {
  readonly base: GateResult;
  readonly run: GateResult;
  /** Paths of the new test files. */
  readonly files: ReadonlySet<string>;
  /** Ids that count for nothing. */
  readonly setAside: ReadonlySet<string>;
  /** Ids that not every run of the base had. */
  readonly fleeting: ReadonlySet<string>;
  /** Paths of the tree with the new files. */
  readonly tracked: ReadonlySet<string>;
  /** See `findOwnFault`. */
  readonly allowsNewNames: boolean;
};

/** What new tests show in one gate: those that are new and fail for a reason that counts, and those that pass. */
export type Redness =
  | { readonly status: "ran"; readonly failing: readonly Check[]; readonly passing: readonly Check[] }
  | { readonly status: "refused"; readonly reason: string };

const MAX_NAMED = 3;
const MAX_OUTPUT = 600;

/** Reads what new tests say on the base, and whether everything else is as it was. Pure. */
export function readRedness(input: RednessInput): Redness {
  const { base, run, files, setAside, fleeting } = input;
  if (run.status === "error") {
    const output = run.outputTail.trim().slice(-MAX_OUTPUT);
    const shown = output === "" ? "" : `; it printed: ${output}`;
    return refuse(`gate ${run.gate} gives no result with them: ${run.reason}${shown}`);
  }
  const known = new Set(base.checks.map(checkId));
  const added = run.checks.filter((check) => !known.has(checkId(check)));
  const isOurs = ({ file }: Check): boolean => file === "" || files.has(file);
  const failing = added.filter((check) => check.status === "failed" && isOurs(check));
  // A file that does not load may take all others with it: that is the reason to tell.
  for (const check of failing) {
    const fault = findOwnFault(check, { ...input, siblings: run.checks });
    if (fault !== null) return refuse(`${describe(check)} does not count: ${fault}`);
  }
  const expected = new Set(failing.map(checkId));
  const { broken } = compareChecks(base.checks, run.checks, setAside);
  const harmed = broken.filter((id) => !expected.has(id));
  if (harmed.length > 0) return refuse(`they break ${harmed.length} other tests: ${nameSome(harmed)}`);
  const faults = findIdentityFaults({ base, candidate: run, setAside, fleeting });
  if (faults.length > 0)
    return refuse(`tests are gone or skipped with them: ${nameSome(faults.map(({ id }) => id))}`);
  // A file that holds no test is itself one for some runners.
  const isTest = (check: Check): boolean =>
    !isStandIn(
      check,
      run.checks.filter(({ file }) => file === check.file),
    );
  return {
    status: "ran",
    failing,
    passing: added.filter((check) => check.status === "passed" && isTest(check)),
  };
}

function refuse(reason: string): Redness {
  return { status: "refused", reason };
}

function describe({ file, suite, name }: Check): string {
  const title = [suite, name].filter((part) => part !== "").join(" > ");
  return `"${title}"${file === "" ? "" : ` in ${file}`}`;
}

function nameSome(ids: readonly string[]): string {
  const more = ids.length > MAX_NAMED ? ` and ${ids.length - MAX_NAMED} more` : "";
  return `${ids.slice(0, MAX_NAMED).join(", ")}${more}`;
}
