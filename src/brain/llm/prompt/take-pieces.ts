import { countTokens } from "./count-tokens.ts";
import { cutToTokens } from "./cut-to-tokens.ts";
import { fitsTokens } from "./fits-tokens.ts";

/** Less than this is not worth a cut piece. */
const MIN_PIECE_TOKENS = 40;

/** As many pieces as fit, in their order. */
export type TakenPieces = { readonly pieces: readonly string[]; readonly left: number };

/**
 * Takes pieces in their order until `maxTokens` are used up: all of them as they are where they fit together, else each cut
 * to its share (all that is left, unless `shareOf` says less). `left` is how many found no room.
 */
export async function takePieces(
  pieces: readonly string[],
  maxTokens: number,
  shareOf: (index: number) => number = () => maxTokens,
): Promise<TakenPieces> {
  if (await fitsTokens(pieces.join("\n"), maxTokens)) return { pieces, left: 0 };
  const taken: string[] = [];
  let room = maxTokens;
  for (const [index, piece] of pieces.entries()) {
    if (room < MIN_PIECE_TOKENS) break;
    const cut = await cutToTokens(piece, Math.min(room - 1, shareOf(index)));
    if (cut === "") break;
    taken.push(cut);
    // One more for what joins it.
    room -= (await countTokens(cut)) + 1;
  }
  return { pieces: taken, left: pieces.length - taken.length };
}
