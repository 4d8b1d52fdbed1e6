/**
 * Text that came from a repository, made harmless for a terminal: control characters other than newline and tab, and
 * those that turn the writing direction, show as `�` instead of acting (ECMA-48; Unicode TR 9). Pure.
 */
export function toPlainText(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not reach a terminal.
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, "\ufffd");
}
