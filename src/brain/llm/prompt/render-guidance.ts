import type { Guidance } from "../../brain.ts";
import { cleanText } from "./clean-text.ts";
import { cutToTokens } from "./cut-to-tokens.ts";
import { quoteData } from "./quote-data.ts";

const FRAME_TOKENS = 60;
/** What is beyond would be cut anyway. */
const MAX_CHARS_PER_TOKEN = 40;

/** What the method has to say for this try, each quoted by its title and cut to its part of `maxTokens`. */
export async function renderGuidance(guidance: readonly Guidance[], maxTokens: number): Promise<string> {
  const share = Math.floor(maxTokens / Math.max(1, guidance.length)) - FRAME_TOKENS;
  const quoted = guidance.map(async ({ title, text }) =>
    quoteData(title, await cutToTokens(cleanText(text.slice(0, share * MAX_CHARS_PER_TOKEN)), share)),
  );
  return (await Promise.all(quoted)).filter((part) => part !== "").join("\n\n");
}
