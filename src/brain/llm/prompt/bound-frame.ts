import { boundTokens } from "./bound-tokens.ts";
import { quoteData } from "./quote-data.ts";

/** Longer fences, and what joins a quotation to the next. */
const MARGIN = 24;

/** The most tokens that a title and its fences take around a quoted text. Pure. */
export function boundFrame(title: string): number {
  return boundTokens(quoteData(title, "x")) + MARGIN;
}
