/** What each character is combined with; the test file combines it again. */
export const SEAL = 37;

/**
 * A text as numbers that a planted test puts together when it runs, so that who reads the test file finds no name in
 * it. It keeps nothing secret from who runs the file.
 */
export function sealText(text: string): string {
  return [...text].map((character) => character.charCodeAt(0) ^ SEAL).join(", ");
}
