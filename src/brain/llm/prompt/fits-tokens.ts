import { boundTokens } from "./bound-tokens.ts";
import { countTokens } from "./count-tokens.ts";

/** No text of more characters a token is worth a count: it would be white space. */
const MAX_CHARS_PER_TOKEN = 20;

/** Whether a text takes at most so many tokens. It counts only where a bound does not settle it. */
export async function fitsTokens(text: string, maxTokens: number): Promise<boolean> {
  if (text.length > maxTokens * MAX_CHARS_PER_TOKEN) return false;
  return boundTokens(text) <= maxTokens || (await countTokens(text)) <= maxTokens;
}
