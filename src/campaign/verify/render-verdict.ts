import { type Verdict, verdictSchema } from "../../domain/bundle-verdict.ts";

/** The one way in which `verdict.json` is written; its bytes give the content id that publish is told. Pure. */
export function renderVerdict(verdict: Verdict): string {
  return `${JSON.stringify(verdictSchema.parse(verdict))}\n`;
}
