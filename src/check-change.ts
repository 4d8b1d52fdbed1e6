import path from "node:path";
import { createGit } from "./adapters/git.ts";
import { decodeStrictly } from "./adapters/git-text.ts";
import { createProcessRunner } from "./adapters/process-runner.ts";
import { createRedactor } from "./adapters/redact.ts";
import { configSchema } from "./config/schema.ts";
import { findKnownSecrets } from "./find-known-secrets.ts";
import { openCapabilities } from "./open-capabilities.ts";
import { createCapabilityRule } from "./policy/capabilities/capability-rule.ts";
import { checkChangeSet, type PolicyVerdict } from "./policy/check-change-set.ts";
import { policyRules } from "./policy/registry.ts";
import type { Git } from "./ports.ts";
import { type ChangeSource, readChange } from "./read-change.ts";
import { readTrustedConfig } from "./read-trusted-config.ts";
import { createSourceParser } from "./syntax/parse-source.ts";

/** What to judge, and where. */
export type CheckChangeInput = {
  /** A folder in the repository. */
  readonly repo: string;
  readonly configFile: string | undefined;
  readonly source: ChangeSource;
  readonly environment: Readonly<Record<string, string | undefined>>;
};

/** What policy says of a change. */
export type CheckedChange = {
  readonly verdict: PolicyVerdict;
  /** The commit that it was judged on, whose configuration counted. */
  readonly base: string;
  /** The commit that it leads to; null for a diff. */
  readonly head: string | null;
  /** How many files it touches. */
  readonly files: number;
  /** How many rules there are. */
  readonly rules: number;
};

/**
 * Judges a change that somebody made, by the rules that hold for candidates. Reads the repository and writes nothing.
 * Throws usage errors alone for what cannot be judged: no repository, no such commit, a diff that cannot be read.
 */
export async function checkChange(input: CheckChangeInput): Promise<CheckedChange> {
  const { repo, configFile, source, environment } = input;
  const { prefix } = configSchema.parse({}).branches;
  const git = await createGit(
    { dir: path.resolve(repo), prefix, environment },
    { processes: createProcessRunner() },
  );
  const { change, base, head } = await readChange({ source, configFile, environment }, { git });
  const { config } = await readTrustedConfig({ commit: base, configFile, environment }, { git });
  const redact = createRedactor(await findKnownSecrets({ environment, config, commit: base }, { git }));
  const context = {
    config,
    parser: createSourceParser(),
    readBase: readTextOf(base, git),
    itemKind: null,
    hasSecret: (text: string): boolean => redact(text) !== text,
  };
  const { sacred } = config.branches;
  const capabilities = await openCapabilities({ commit: base, sacred }, { git });
  const rules = [...policyRules, createCapabilityRule(capabilities)];
  const verdict = await checkChangeSet(change, { rules, context });
  return { verdict, base, head, files: change.files.length, rules: rules.length };
}

function readTextOf(commit: string, git: Pick<Git, "readFile">): (path: string) => Promise<string | null> {
  return async (file) => {
    const bytes = await git.readFile(commit, file);
    return bytes === null ? null : decodeStrictly(bytes);
  };
}
