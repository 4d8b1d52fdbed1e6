import { type BugPart, isTestPath, type RepairBug } from "./repair-bug.ts";

/**
 * Reads the bugs of a module. A bug is `### <id> <class>[+<class>] <what is wrong>` and one or more parts: `@ <path>`
 * (no path: the first source that is no test), `<<<`, good lines, `===`, the lines that stand there instead, `>>>`.
 * Throws on anything else, and on good lines that do not occur exactly once.
 */
export function parseBugs(
  text: string,
  {
    module,
    origin,
    files,
  }: {
    readonly module: string;
    readonly origin: RepairBug["origin"];
    readonly files: Readonly<Record<string, string>>;
  },
): readonly RepairBug[] {
  const [firstSource = ""] = Object.keys(files)
    .filter((path) => !isTestPath(path) && /\.(?:[cm]?[jt]s|py)$/.test(path))
    .sort();
  return text
    .split(/^### /m)
    .slice(1)
    .map((block) => {
      const [head = "", ...lines] = block.split("\n");
      const [, slug = "", classes = "", title = ""] = /^(\S+) (\S+) (.+)$/.exec(head) ?? [];
      const id = `${module}/${slug}`;
      if (slug === "") throw new Error(`${module}: not a head of a bug: ${head}`);
      const parts = readParts(lines.join("\n"), firstSource, id);
      if (parts.length === 0) throw new Error(`${id} changes nothing`);
      for (const part of parts) checkPart(part, files, id);
      return { id, classes: classes.split("+"), title, origin, parts };
    });
}

function readParts(text: string, firstSource: string, id: string): readonly BugPart[] {
  const parts = [...text.matchAll(/^@ *(\S*)\n<<<\n([\s\S]*?)^===\n([\s\S]*?)^>>>$/gm)];
  const marks = text.match(/^<<<$/gm)?.length ?? 0;
  if (marks !== parts.length) throw new Error(`${id}: ${marks} parts begin and ${parts.length} are whole`);
  return parts.map(([, path = "", good = "", bad = ""]) => ({
    path: path === "" ? firstSource : path,
    good,
    bad,
  }));
}

function checkPart({ path, good, bad }: BugPart, files: Readonly<Record<string, string>>, id: string): void {
  const content = files[path];
  if (content === undefined) throw new Error(`${id}: there is no ${path}`);
  const times = countPlaces(content, good);
  if (good === "" || times !== 1)
    throw new Error(`${id}: these lines occur ${times} times in ${path}:\n${good}`);
  if (good === bad) throw new Error(`${id}: ${path} stays as it is`);
}

/** How often whole lines stand in a text, also right behind each other. */
function countPlaces(content: string, lines: string): number {
  const text = `\n${content}`;
  let times = 0;
  for (let at = text.indexOf(`\n${lines}`); at !== -1; at = text.indexOf(`\n${lines}`, at + 1)) times += 1;
  return times;
}
