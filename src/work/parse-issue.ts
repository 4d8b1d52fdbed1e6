import { z } from "zod";
import type { Issue } from "../domain/issue.ts";

const MAX_TITLE = 200;
const json = z.object({ title: z.string(), body: z.string().nullish() });

/** A text that a person wrote, read as an issue, or what is wrong with it in a clause. */
export type ParsedIssue =
  | { readonly status: "issue"; readonly issue: Issue }
  | { readonly status: "unreadable"; readonly reason: string };

/**
 * Markdown or plain text, whose first heading or first line is the title and the rest the body, or JSON with `title` and
 * `body`, as GitHub has them; `isJson` where it can be nothing else. A title that is longer than 200 characters goes on in the body. Pure.
 */
export function parseIssue(
  text: string,
  { isJson = false }: { readonly isJson?: boolean } = {},
): ParsedIssue {
  if (text.includes("\0")) return { status: "unreadable", reason: "it is no text" };
  const plain = text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  if (plain.trim() === "") return { status: "unreadable", reason: "it is empty" };
  const data = readJson(plain);
  if (data === undefined && isJson) return { status: "unreadable", reason: "it is no JSON" };
  if (data === undefined) return buildIssue(splitText(plain));
  const parsed = json.safeParse(data);
  if (!parsed.success)
    return { status: "unreadable", reason: "its JSON has to be an object with the texts `title` and `body`" };
  const { title, body } = parsed.data;
  if (`${title}${body ?? ""}`.trim() === "") return { status: "unreadable", reason: "it is empty" };
  return buildIssue({ title, body: body ?? "" });
}

/** Undefined where the text is no JSON object or list: a number or a word alone is a title. */
function readJson(text: string): unknown {
  if (!/^\s*[{[]/.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function splitText(text: string): Issue {
  const lines = text.split("\n");
  const heading = lines.findIndex((line) => /^#\s+\S/.test(line));
  const at = heading === -1 ? lines.findIndex((line) => line.trim() !== "") : heading;
  const body = [...lines.slice(0, at), ...lines.slice(at + 1)].join("\n");
  return { title: (lines[at] ?? "").replace(/^#+\s+/, "").replace(/\s+#+\s*$/, ""), body };
}

function buildIssue({ title, body }: Issue): ParsedIssue {
  const line = title.replace(/\s+/g, " ").trim();
  const fallback = body.trim().split("\n", 1)[0] ?? "";
  const whole = line === "" ? fallback : line;
  const isCut = whole.length > MAX_TITLE;
  const short = isCut ? `${whole.slice(0, MAX_TITLE - 1).toWellFormed()}…` : whole;
  return {
    status: "issue",
    issue: { title: short, body: `${isCut ? `${whole}\n\n` : ""}${body.trim()}`.trim() },
  };
}
