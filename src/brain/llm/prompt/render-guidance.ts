import type { Guidance } from "../../brain.ts";
import { boundFrame } from "./bound-frame.ts";
import { cleanText } from "./clean-text.ts";
import { cutToTokens } from "./cut-to-tokens.ts";
import { quoteData } from "./quote-data.ts";

/** What is beyond would be cut anyway. */
const MAX_CHARS_PER_TOKEN = 40;

/** What the method has to say for this try, each quoted by its title and cut to its part of `maxTokens`. */
export async function renderGuidance(guidance: readonly Guidance[], maxTokens: number): Promise<string> {
  const share = Math.floor(maxTokens / Math.max(1, guidance.length));
  const quoted = guidance.map((one) => quoteOne(one, share));
  return (await Promise.all(quoted)).filter((part) => part !== "").join("\n\n");
}

async function quoteOne({ title, text }: Guidance, maxTokens: number): Promise<string> {
  const clean = cleanText(text.slice(0, maxTokens * MAX_CHARS_PER_TOKEN));
  return quoteData(title, await cutToTokens(clean, maxTokens - boundFrame(title)));
}
