/** What an issue asks of a campaign. */
export type Wish = {
  readonly goal: string;
  /** Globs. */
  readonly focus: readonly string[];
  readonly maxCycles: number | null;
  readonly maxHours: number | null;
  readonly maxCostUsd: number | null;
};

const maxGoalLength = 2_000;
const maxGlobs = 20;
/** Without commas, which part globs in an input. */
const glob = /^[\w@.*?[\]!()+/-]{1,200}$/;

/**
 * Reads goal, focus and budget: from an issue form's headings (`### Goal`, `### Focus`, `### Max cycles`, `### Max
 * hours`, `### Max cost (USD)`), from lines such as `focus: src/**`, else the goal is the title and the first paragraph.
 * What cannot be read is as if it were not there. It is a stranger's text: data for a campaign, and nothing else. Pure.
 */
export function parseWish({ title, body }: { readonly title: string; readonly body: string }): Wish {
  const sections = readSections(body);
  const read = (...names: readonly string[]): string | null =>
    names.map((name) => sections.get(name)).find((text) => text !== undefined && text !== "") ?? null;
  const plain = body.split(/^#+ /m)[0] ?? "";
  const paragraph = (plain.split(/\n\s*\n/).find((text) => !isSetting(text)) ?? "").trim();
  const goal = read("goal") ?? [title, paragraph].filter((text) => text.trim() !== "").join(": ");
  return {
    goal: clean(goal).slice(0, maxGoalLength).toWellFormed(),
    focus: (read("focus", "files") ?? "")
      .split(/[\s`,]+/)
      .filter((text) => glob.test(text) && !text.split("/").includes(".."))
      .slice(0, maxGlobs),
    maxCycles: readNumber(read("max cycles", "cycles"), { isWhole: true }),
    maxHours: readNumber(read("max hours", "hours"), { isWhole: false }),
    maxCostUsd: readNumber(read("max cost (usd)", "max cost", "budget"), { isWhole: false }),
  };
}

const setting = /^(goal|focus|files|max cycles|cycles|max hours|hours|max cost(?: \(usd\))?|budget): *(.*)$/i;

function isSetting(text: string): boolean {
  return (
    text.trim() === "" ||
    text
      .trim()
      .split("\n")
      .every((line) => setting.test(line.trim()))
  );
}

function readSections(body: string): ReadonlyMap<string, string> {
  const sections = new Map<string, string>();
  let heading: string | null = null;
  for (const line of body.slice(0, 65_536).replace(/\r\n?/g, "\n").split("\n")) {
    const named = /^#{2,4} +(.{1,60}?) *$/.exec(line)?.[1];
    const pair = setting.exec(line.trim());
    if (named !== undefined) heading = named.toLowerCase();
    else if (heading !== null) sections.set(heading, `${sections.get(heading) ?? ""}${line}\n`);
    else if (pair !== null) sections.set((pair[1] ?? "").toLowerCase(), pair[2] ?? "");
  }
  return new Map(
    [...sections].map(([name, text]) => [name, text.trim() === "_No response_" ? "" : text.trim()]),
  );
}

function readNumber(text: string | null, { isWhole }: { readonly isWhole: boolean }): number | null {
  const found = /^\$? *(\d{1,6}(?:\.\d{1,4})?)\b/.exec(text ?? "")?.[1];
  const value = Number(found ?? "0");
  return value > 0 && (!isWhole || Number.isInteger(value)) ? value : null;
}

function clean(text: string): string {
  return text
    .replace(/[^\P{C}\n\t]/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
}
