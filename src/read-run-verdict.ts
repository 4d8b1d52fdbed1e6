import type { Verdict } from "./domain/bundle-verdict.ts";
import { workflowNames } from "./domain/workflow-names.ts";
import { fetchArtifact } from "./fetch-artifact.ts";
import { computeCid } from "./publish/bundle/compute-cid.ts";
import { readZip } from "./publish/bundle/zip/read-zip.ts";
import { parseVerdict } from "./publish/verdict/parse-verdict.ts";

/** The verdict's file, and the zip around it. */
const maxBytes = 16 * 1024 * 1024;
const file = "verdict.json";

/**
 * The verdict of a run of verify that may be trusted. Its content id is reckoned from what this run has uploaded, which
 * is what binds a verdict to its origin.
 */
export async function readRunVerdict(
  run: number,
  deps: Parameters<typeof fetchArtifact>[1],
): Promise<
  | { readonly status: "read"; readonly verdict: Verdict; readonly bytes: Uint8Array; readonly cid: string }
  | { readonly status: "missing" | "refused"; readonly reason: string }
> {
  const fetched = await fetchArtifact({ run, name: workflowNames.verdict, maxBytes }, deps);
  if (fetched.status !== "fetched") return fetched;
  const read = await readZip(fetched.zip, (name) => (name === file ? "manifest" : null));
  if (read.status === "refused") return { status: "refused", reason: `${read.rule}: ${read.reason}` };
  const bytes = read.files.get(file);
  if (bytes === undefined) return { status: "refused", reason: `the artifact has no ${file}` };
  const cid = computeCid(bytes);
  const parsed = parseVerdict(bytes, { cid });
  return parsed.status === "refused"
    ? { status: "refused", reason: parsed.reason }
    : { status: "read", verdict: parsed.verdict, bytes, cid };
}
