import { neutralizeCommands } from "./neutralize-commands.ts";

/** Whole sequences for a terminal: CSI, and strings (OSC, DCS, SOS, PM, APC) up to their end. See ECMA-48, 5.4 and 5.6. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not reach a terminal.
const csi = /(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]/g;
const controlString =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: as above.
  /(?:\u001b[\]PX^_]|[\u0090\u0098\u009d-\u009f])[^\u0007\u001b\u009c\n]{0,4096}(?:\u0007|\u001b\\|\u009c)/g;

/** Control characters other than newline and tab, and those that turn the writing direction. See Unicode TR 9. */
const controls =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: as above.
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

/**
 * Text that came from a repository, made harmless for a terminal and for a continuous integration's log: sequences for
 * terminals are gone, other control characters show as `�`, and commands to the log's reader are plain words. Pure.
 */
export function toPlainText(text: string): string {
  // Commands last: what is taken out may have held their signs apart.
  return neutralizeCommands(text.replace(csi, "").replace(controlString, "").replace(controls, "\ufffd"));
}

/**
 * JSON that is as harmless as `toPlainText`, while it means the same: what would act is written as an escape. Pure.
 */
export function toPlainJson(value: unknown, indent?: number): string {
  // Lines of JSON never start with a colon, and `#` stands in strings alone.
  return JSON.stringify(value, null, indent).replace(controls, writeEscaped).replaceAll("##", "#\\u0023");
}

function writeEscaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
