import { stripVTControlCharacters } from "node:util";
import { unmark } from "./instances.mjs";

const MAX_LINES = 12;
const MAX_TEXT = 1_000;
const frame = /^ {4}at .*$/gm;

/**
 * What a test threw, in its first lines, and where: the innermost frame in the project and the one in the test file. Equal
 * failures give equal texts, also in different processes.
 */
export function describeFailure(error, { root, file }) {
  const isError = typeof error === "object" && error !== null && typeof error.message === "string";
  if (!isError) return clip(String(error));
  const stack = typeof error.stack === "string" ? unmark(error.stack) : "";
  const frames = [...stack.matchAll(frame)].map(([text]) => text.trim().replace("file://", ""));
  const own = frames.filter((text) => text.includes(`${root}/`) && !text.includes("/node_modules/"));
  const places = new Set([own[0], own.find((text) => text.includes(`${file}:`))]);
  const text = stripVTControlCharacters(unmark(`${error.name ?? "Error"}: ${error.message}`))
    .split("\n")
    .slice(0, MAX_LINES)
    .join("\n");
  const shown = [...places].filter((place) => place !== undefined);
  return [clip(text), ...shown.map((place) => place.replaceAll(`${root}/`, ""))].join("\n");
}

function clip(text) {
  return text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT)}…` : text;
}
