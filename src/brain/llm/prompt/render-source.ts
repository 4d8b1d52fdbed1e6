import { numberLines } from "../number-lines.ts";
import { boundFrame } from "./bound-frame.ts";
import { chooseTestWindows } from "./choose-test-windows.ts";
import { chooseWindows } from "./choose-windows.ts";
import { cleanText } from "./clean-text.ts";
import { cutToTokens } from "./cut-to-tokens.ts";
import { findDefinitions } from "./find-definitions.ts";
import { findSource, type SourceFocus } from "./find-source.ts";
import { listNames } from "./list-names.ts";
import { quoteData } from "./quote-data.ts";
import type { ItemPromptInput } from "./render-item-prompt.ts";
import { takePieces } from "./take-pieces.ts";

/** For the paths that are only named. */
const LIST_TOKENS = 140;
const LIST_TITLE = "Also reached from there, not shown";
/** Smaller files are shown whole. By characters: a count would load the tokenizer for every prompt. */
const SMALL_CHARS = 2_500;
const SMALL_LINES = 80;
const MAX_FILES = 6;
const MAX_PLACES = 6;
const MAX_LISTED = 6;
const MAX_PATH_CHARS = 80;
const MAX_LINE_CHARS = 240;
const MAX_CHARS = 1_000_000;
/** Lines of a large file that nothing in particular is known of. */
const HEAD_LINES = 40;
const SHARE = 0.5;
const blocks = { maxLength: 60, around: 2 };

type Shown = { readonly focus: SourceFocus; readonly text: string; readonly isWhole: boolean };

/** The source that the failures point at, quoted with line numbers, at most `maxTokens`: small files whole, windows of others. */
export async function renderSource(input: ItemPromptInput, maxTokens: number): Promise<string> {
  const focuses = await findSource(input);
  const near = focuses.filter(({ why }) => why !== "further").slice(0, MAX_FILES);
  const said = input.task.item.evidence.map(({ title, message }) => `${title} ${message}`).join("\n");
  const shown: Shown[] = [];
  const seen: string[] = [];
  // Tests come first here: what they call is what is looked for in the others.
  for (const focus of near.toSorted((a, b) => Number(a.isEditable) - Number(b.isEditable))) {
    const file = await input.read(focus.path);
    if (file.status !== "read") continue;
    const names = rankNames(seen.join("\n"), said);
    const one = showFile(focus, file.text.slice(0, MAX_CHARS), names, input.task.item);
    if (!focus.isEditable) seen.push(one.text);
    shown.push(one);
  }
  const inOrder = shown.toSorted((a, b) => near.indexOf(a.focus) - near.indexOf(b.focus));
  const frames = inOrder.reduce((sum, one) => sum + boundFrame(nameShown(one, one.text)), 0);
  const room = maxTokens - LIST_TOKENS - frames;
  const share = Math.floor(room * SHARE);
  const { pieces } = await takePieces(
    inOrder.map(({ text }) => text),
    room,
    () => share,
  );
  const quoted = pieces.map((piece, index) => quoteShown(inOrder[index], piece));
  return [...quoted, await listOthers(focuses, inOrder.slice(0, pieces.length))]
    .filter((part) => part !== "")
    .join("\n\n");
}

function showFile(
  focus: SourceFocus,
  text: string,
  names: ReadonlySet<string>,
  item: ItemPromptInput["task"]["item"],
): Shown {
  const lines = cleanText(text).replace(/\n$/, "").split("\n").map(cutLine);
  const places = findPlaces(focus, lines, names, item);
  const isTest = !focus.isEditable && places.length > 0;
  if (!isTest && lines.length <= SMALL_LINES && text.length <= SMALL_CHARS)
    return { focus, text: numberLines(lines, 1), isWhole: true };
  const windows = chooseAll(lines, places, focus);
  const parts = windows.map(({ from, to }) => numberLines(lines.slice(from - 1, to), from));
  const end = (windows.at(-1)?.to ?? 0) < lines.length ? [`… ${lines.length} lines in all`] : [];
  return { focus, text: [parts.join("\n…\n"), ...end].join("\n"), isWhole: false };
}

function chooseAll(lines: readonly string[], places: readonly number[], { isEditable }: SourceFocus) {
  if (places.length === 0) return [{ from: 1, to: Math.min(lines.length, HEAD_LINES) }];
  return isEditable ? chooseWindows(lines, places, blocks) : chooseTestWindows(lines, places);
}

/** Lines that a failure names; of a test without any, where its title stands; else definitions of what is talked about. */
function findPlaces(
  { lines: named, isEditable }: SourceFocus,
  lines: readonly string[],
  names: ReadonlySet<string>,
  { evidence }: ItemPromptInput["task"]["item"],
): readonly number[] {
  if (named.length > 0) return named.slice(0, MAX_PLACES);
  if (isEditable) return findDefinitions(lines, names).slice(0, MAX_PLACES);
  const titles = evidence
    .map(({ title }) => title.split(" > ").at(-1) ?? "")
    .filter((title) => title.length > 3);
  const found = titles.map((title) => lines.findIndex((line) => line.includes(title)) + 1);
  return found.filter((line) => line > 0).slice(0, MAX_PLACES);
}

/** What the tests call comes first, then what they name, then what the failures say. */
function rankNames(tests: string, said: string): ReadonlySet<string> {
  const called = [...tests.matchAll(/([A-Za-z_$][\w$]+)\s*\(/g)].map(([, name = ""]) => name);
  return new Set([...called, ...listNames(tests), ...listNames(said)]);
}

function quoteShown(shown: Shown | undefined, piece: string): string {
  return shown === undefined ? "" : quoteData(nameShown(shown, piece), piece);
}

function nameShown({ focus, text, isWhole }: Shown, piece: string): string {
  const about = [isWhole && piece === text ? "whole" : "parts", focus.isEditable ? "" : "not to be edited"];
  return `${focus.path.slice(-MAX_PATH_CHARS)} (${about.filter((part) => part !== "").join(", ")})`;
}

/** Paths alone: the model reads them where it needs them. */
async function listOthers(focuses: readonly SourceFocus[], shown: readonly Shown[]): Promise<string> {
  const known = new Set(shown.map(({ focus }) => focus.path));
  const others = focuses.filter(({ path, isEditable }) => isEditable && !known.has(path));
  const listed = others.slice(0, MAX_LISTED).map(({ path }) => path.slice(-MAX_PATH_CHARS));
  return quoteData(LIST_TITLE, await cutToTokens(listed.join("\n"), LIST_TOKENS - boundFrame(LIST_TITLE)));
}

function cutLine(line: string): string {
  if (line.length <= MAX_LINE_CHARS) return line;
  return `${line.slice(0, MAX_LINE_CHARS).toWellFormed()}… (${line.length - MAX_LINE_CHARS} more characters)`;
}
