import { boundFrame } from "./bound-frame.ts";
import { cleanText } from "./clean-text.ts";
import { cutToTokens } from "./cut-to-tokens.ts";
import { quoteData } from "./quote-data.ts";

const TITLE = "What the campaign is for";
const MAX_CHARS = 10_000;

/** What the campaign is for, quoted: it says what matters, not what to do. At most `maxTokens`. */
export async function renderGoal(goal: string, maxTokens: number): Promise<string> {
  const text = await cutToTokens(cleanText(goal.slice(0, MAX_CHARS)), maxTokens - boundFrame(TITLE));
  return quoteData(TITLE, text);
}
