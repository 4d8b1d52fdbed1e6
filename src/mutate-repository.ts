import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { createRedactor } from "./adapters/redact.ts";
import { chooseMutatedFiles } from "./campaign/mutants/choose-mutated-files.ts";
import { measureMutants } from "./campaign/mutants/measure-mutants.ts";
import type { MutationReport } from "./campaign/mutants/mutation-report.ts";
import { usageError } from "./domain/errors.ts";
import type { GateSpec } from "./domain/gate.ts";
import { findGates } from "./find-gates.ts";
import { findKnownSecrets } from "./find-known-secrets.ts";
import { openCapabilities } from "./open-capabilities.ts";
import type { OpenRepository } from "./open-repository.ts";
import { openSandboxes } from "./open-sandboxes.ts";
import { checkCommands } from "./restrict-commands.ts";
import { statePaths } from "./state-paths.ts";
import { createSourceParser } from "./syntax/parse-source.ts";

/** Who to name in the sandboxes; no campaign is run. */
const NAME = "mutate";

/** What a person asks for. */
export type MutateInput = {
  /** Null: what may be edited, in focus. */
  readonly glob: string | null;
  /** The gate of tests; null: the only one, or the first. */
  readonly gate: string | null;
  readonly seed: number;
  readonly max: number;
  readonly signal: AbortSignal;
  onWarning(message: string): void;
  onProgress(detail: string): void;
};

/**
 * Plants faults in the code of the commit that is checked out, in disposable sandboxes under the configured isolation,
 * and tells what the tests make of them. Neither the work tree nor a ref nor the real state root is written.
 *
 * Throws the usage errors `NO_COMMITS`, `NO_TESTS_GATE`, `GATE_UNKNOWN`, `GATE_NOT_TESTS`, those of `findGates`,
 * `openCapabilities`, `checkCommands` and `chooseMutatedFiles`; `BASE_RED`, `BASE_WITHOUT_EVIDENCE` and `ISOLATION_MISSING`.
 */
export async function mutateRepository(
  input: MutateInput,
  repository: OpenRepository,
): Promise<{ readonly commit: string; readonly report: MutationReport }> {
  const { git, clock, loaded, environment } = repository;
  const { config } = loaded;
  const { headCommit: commit, headBranch, root: folder } = await git.state();
  if (commit === null)
    throw usageError({
      code: "NO_COMMITS",
      message: `${folder} has no commits yet.`,
      hint: "Commit the work tree first; faults are planted in a commit.",
    });
  const { gates } = await findGates(repository, commit);
  const spec = chooseTestsGate(gates, input.gate);
  const entries = await git.listFiles(commit);
  const sources = chooseMutatedFiles({ entries, glob: input.glob }, config);
  const sacred = { branch: headBranch ?? "HEAD", commit };
  const capabilities = await openCapabilities({ commit, sacred: sacred.branch }, { git });
  await checkCommands({ gates: [spec], setup: config.sandbox.setup }, capabilities);
  const redact = createRedactor(await findKnownSecrets({ environment, config, commit }, { git }));
  const stateRoot = await mkdtemp(path.join(tmpdir(), "nightshift-mutate-"));
  try {
    const { signal, onWarning, onProgress, seed, max } = input;
    const { sandboxes, isolation } = await openSandboxes(
      { campaign: NAME, config, sacred, isDryRun: true, signal, onWarning, capabilities },
      { ...repository, paths: statePaths(stateRoot) },
    );
    await using _pool = sandboxes;
    if (isolation.kind === "none") onWarning(`The code runs without isolation: ${isolation.reason}.`);
    const report = await measureMutants(
      { spec, sources, trackedFiles: entries.map((entry) => entry.path), seed, max },
      {
        ...{ clock, git, redact, signal, onProgress, parser: createSourceParser() },
        openSandbox: (name) => sandboxes.open(`${NAME}/${name}`, commit),
      },
    );
    return { commit, report };
  } finally {
    await rm(stateRoot, { recursive: true, force: true });
  }
}

function chooseTestsGate(gates: readonly GateSpec[], wanted: string | null): GateSpec {
  const names = gates.map(({ name }) => name).join(", ") || "none";
  const hint = `Name one of kind tests with --gate; the gates are: ${names}.`;
  if (wanted === null) {
    const first = gates.find(({ kind }) => kind === "tests");
    if (first !== undefined) return first;
    throw usageError({ code: "NO_TESTS_GATE", message: "No gate runs tests.", hint });
  }
  const named = gates.find(({ name }) => name === wanted);
  if (named === undefined)
    throw usageError({ code: "GATE_UNKNOWN", message: `There is no gate ${wanted}.`, hint });
  if (named.kind === "tests") return named;
  const message = `Gate ${wanted} is of kind ${named.kind}; only tests can see a fault.`;
  throw usageError({ code: "GATE_NOT_TESTS", message, hint });
}
