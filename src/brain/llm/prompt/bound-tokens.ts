/** Pairs of small letters that are no token of o200k; all others are, and a space with a letter, so that these never stay apart. */
const unjoined = new Set(
  "bq gk gq jv jz kq kz lq nq qf qg qj qk qv qz rj tq wq wz xg xj xk xq xv xw yq zj zq zv".split(" "),
);
const parts =
  /(?<word> ?[A-Za-z]+)|(?<digits>[0-9]+)|(?<spaces> +)|(?<tabs>\t+)|(?<breaks>\n+)|(?<others>[^A-Za-z0-9 \t\n]+)/g;

/**
 * The most tokens of o200k that a text can take, without the tokenizer, which is 75 MB in memory: whoever is below a cap by
 * this needs no count. Byte pair encoding leaves no two neighbours apart whose join is a token; letters, digits and white
 * space are bounded by that, everything else by its bytes. Pure.
 */
export function boundTokens(text: string): number {
  let sum = 0;
  for (const { groups = {} } of text.matchAll(parts)) {
    const { word, digits, spaces, tabs, breaks, others } = groups;
    if (word !== undefined) sum += boundWord(word);
    else if (digits !== undefined) sum += Math.floor(digits.length / 3) + 1;
    else if (spaces !== undefined) sum += Math.min(spaces.length, 2 + Math.floor(spaces.length / 40));
    else if (tabs !== undefined) sum += Math.min(tabs.length, 2 + Math.floor(tabs.length / 10));
    else if (breaks !== undefined) sum += Math.min(breaks.length, 2 + Math.floor(breaks.length / 5));
    else sum += Buffer.byteLength(others ?? "");
  }
  return sum;
}

/** Single letters and pairs in turns are the most there can be, but for pairs that are no token. */
function boundWord(word: string): number {
  let apart = 0;
  for (let at = 1; at < word.length; at += 1) {
    const pair = word.slice(at - 1, at + 1);
    if (unjoined.has(pair) || /[a-zA-Z][A-Z]|[A-Z][a-z]/.test(pair)) apart += 1;
  }
  return Math.min(word.length, Math.ceil((word.length * 2) / 3) + apart);
}
