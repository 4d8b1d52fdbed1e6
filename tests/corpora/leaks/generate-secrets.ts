const alphabets = [
  "abcdefghijklmnopqrstuvwxyz0123456789",
  "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-",
  "0123456789abcdef",
  "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=",
  "abcXYZ019 !\"#$%&'()*+,-./:;<=>?@[]^_`{|}~\\",
  "abcdeåäöüñéßøœžščřабвгд漢字かな0123456789",
];
const prefixes = ["", "", "sk-live-", "ghp_", "AKIA", "xoxb-", "npm_", "eyJ", "-----"];

/** `count` values such as keys and passwords, of 8 to 80 characters; the same for the same random numbers. */
export function generateSecrets(count: number, random: () => number): readonly string[] {
  const pick = <Value>(values: readonly Value[]): Value =>
    values[Math.floor(random() * values.length)] as Value;
  return Array.from({ length: count }, (_, index) => {
    const characters = [...pick(alphabets)];
    const length = 8 + Math.floor(random() * 64);
    const body = Array.from({ length }, () => pick(characters)).join("");
    // A value with blanks at its ends is a value all the same, but it is not found by its ends.
    return `${pick(prefixes)}${body.trim()}${index.toString(36).padStart(4, "z")}`;
  });
}
