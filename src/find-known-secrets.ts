import { listSecrets } from "./adapters/list-secrets.ts";
import type { Config } from "./config/schema.ts";
import type { Git } from "./ports.ts";

/**
 * Values that must never be seen: those of environment variables whose name looks secret, passwords in URLs, and what
 * `sandbox.setupEnv` hands to set-up. A value that stands in the tree itself is no secret: hiding it would blank out
 * ordinary words of the project, and whoever reads the diff can read it there.
 */
export async function findKnownSecrets(
  input: {
    readonly environment: Readonly<Record<string, string | undefined>>;
    readonly config: Pick<Config, "sandbox">;
    readonly commit: string;
  },
  { git }: { readonly git: Pick<Git, "contains"> },
): Promise<readonly string[]> {
  const { environment, config, commit } = input;
  const ofSetup = config.sandbox.setupEnv.flatMap((name) => environment[name] ?? []);
  const values = new Set([...listSecrets(environment), ...ofSetup].filter((value) => value.trim() !== ""));
  const secrets: string[] = [];
  for (const value of values) if (!(await git.contains(commit, value))) secrets.push(value);
  return secrets;
}
