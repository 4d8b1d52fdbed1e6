import { decodeStrictly } from "../../adapters/git-text.ts";
import { type Verdict, verdictSchema } from "../../domain/bundle-verdict.ts";
import { quote } from "../bundle/bundle-refusal.ts";
import { computeCid } from "../bundle/compute-cid.ts";
import { type PublicationRefusal, refusePublication } from "../publication-refusal.ts";

/** More than any verdict within the schema's limits has in practice; what goes beyond is not read. */
const maxBytes = 16 * 1024 * 1024;

/**
 * Reads `verdict.json`. `cid` is its content id as told by who is trusted to know it: the outputs of the verify job, or
 * the run that the App has started itself. Bytes with another id are nobody's verdict, whatever they say. Pure.
 */
export function parseVerdict(
  bytes: Uint8Array,
  { cid }: { readonly cid: string },
): { readonly status: "parsed"; readonly verdict: Verdict } | PublicationRefusal {
  if (bytes.length > maxBytes)
    return refusePublication("verdict", `The verdict has ${bytes.length} bytes, more than ${maxBytes}.`);
  const found = computeCid(bytes);
  if (found !== cid)
    return refusePublication(
      "verdict-origin",
      `The verdict's content id is ${found}; verify told ${quote(cid)}.`,
    );
  const text = decodeStrictly(bytes);
  const parsed = text === null ? null : readJson(text);
  if (parsed === null) return refusePublication("verdict", "The verdict is not JSON in UTF-8.");
  const verdict = verdictSchema.safeParse(parsed.value);
  if (!verdict.success) {
    const [issue] = verdict.error.issues;
    const where = issue === undefined ? "" : `: ${quote(`${issue.path.join(".")}: ${issue.message}`)}`;
    return refusePublication("verdict", `The verdict is not as the schema says${where}.`);
  }
  if (`${JSON.stringify(verdict.data)}\n` !== text)
    return refusePublication("verdict", "The verdict is written in another way than verify writes it.");
  return { status: "parsed", verdict: verdict.data };
}

function readJson(text: string): { readonly value: unknown } | null {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return null;
  }
}
