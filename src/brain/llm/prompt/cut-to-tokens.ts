import { countTokens } from "./count-tokens.ts";
import { fitsTokens } from "./fits-tokens.ts";

/** Characters a token that are looked at: in text and code it is about four, and what is beyond would be cut anyway. */
const CHARS_PER_TOKEN = 8;
/** Room for the line that says what was cut. */
const NOTE_TOKENS = 16;

/**
 * The beginning of a text that takes at most `maxTokens`, in whole lines where there are some, and a last line that says
 * what is missing. A text that fits stays as it is; with no room for a note there is "".
 */
export async function cutToTokens(text: string, maxTokens: number): Promise<string> {
  if (await fitsTokens(text, maxTokens)) return text;
  const room = maxTokens - NOTE_TOKENS;
  if (room <= 0) return "";
  let kept = text.slice(0, room * CHARS_PER_TOKEN).toWellFormed();
  for (let count = await countTokens(kept); count > room; count = await countTokens(kept)) {
    const fewer = Math.floor((kept.length * room) / count);
    kept = kept.slice(0, Math.min(fewer, kept.length - 1)).toWellFormed();
  }
  const lastBreak = kept.lastIndexOf("\n");
  // A line that takes up most of the room is cut itself.
  const whole = lastBreak > kept.length / 2 ? kept.slice(0, lastBreak) : kept;
  return `${whole}\n${describeCut(text, whole)}`;
}

function describeCut(text: string, kept: string): string {
  const chars = text.length - kept.length;
  return `… cut here: ${chars} more characters`;
}
