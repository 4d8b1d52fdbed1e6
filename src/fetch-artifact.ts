import type { GitHub } from "./github-port.ts";

/**
 * The zip of a run's artifact, by the run's id and the artifact's exact name. Where two have the name neither is taken.
 * Throws `GITHUB_INVALID` for one that is too large.
 */
export async function fetchArtifact(
  { run, name, maxBytes }: { readonly run: number; readonly name: string; readonly maxBytes: number },
  { github }: { readonly github: Pick<GitHub, "listArtifacts" | "downloadArtifact"> },
): Promise<
  | { readonly status: "fetched"; readonly zip: Buffer }
  | { readonly status: "missing" | "refused"; readonly reason: string }
> {
  const named = (await github.listArtifacts(run)).filter((artifact) => artifact.name === name);
  const [artifact, another] = named;
  if (artifact === undefined) return { status: "missing", reason: `the run has no artifact ${name}` };
  if (another !== undefined)
    return { status: "refused", reason: `the run has ${named.length} artifacts ${name}` };
  if (artifact.runId !== run)
    return { status: "refused", reason: `artifact ${name} is of run ${artifact.runId}` };
  if (artifact.isExpired) return { status: "missing", reason: `artifact ${name} has expired` };
  return { status: "fetched", zip: await github.downloadArtifact(artifact.id, maxBytes) };
}
