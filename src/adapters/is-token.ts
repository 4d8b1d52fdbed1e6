const MIN_CHARS = 16;

/** Whether a value reads like a token and like no word or sentence: long, in one piece, of letters and digits. Pure. */
export function isToken(value: string): boolean {
  return value.length >= MIN_CHARS && /^[!-~]+$/.test(value) && /\d/.test(value) && /[a-z]/i.test(value);
}
