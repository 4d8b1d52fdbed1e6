import type { CampaignState } from "../../domain/campaign-state.ts";
import type { BundleContent } from "../../publish/bundle/encode-bundle.ts";
import { listSuggestions } from "../../report/list-suggestions.ts";
import { cutText } from "./cut-text.ts";
import { describeConfidence } from "./describe-confidence.ts";
import type { DetailLimits } from "./detail-limits.ts";

const maxSuggestions = 100;
/** Of all patches together: more than policy lets a campaign's candidates have. */
const maxBytes = 4 * 1024 * 1024;

/** What a campaign suggests as its bundle tells it, as far as there is room; the journal tells the rest. Pure. */
export function describeSuggestions(
  state: Pick<CampaignState, "cycles">,
  limits: DetailLimits,
): BundleContent["suggestions"] {
  const cut = (text: string) => cutText(text, limits.chars);
  let leftBytes = maxBytes;
  return listSuggestions(state)
    .slice(0, maxSuggestions)
    .flatMap(({ cycle, title, subject, origin, confidence, files, patch }) => {
      const sizeBytes = Buffer.byteLength(patch);
      if (sizeBytes > leftBytes) return [];
      leftBytes -= sizeBytes;
      const told = { cycle, title: cut(title), subject: cut(subject), origin: cut(origin), patch };
      const sure = describeConfidence(confidence, limits);
      return [{ ...told, confidence: sure, files: files.slice(0, limits.entries).map(cut) }];
    });
}
