import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import type { ChangedFile } from "../../../src/policy/change-set.ts";
import { applyDiff } from "../../../src/policy/diff/apply-diff.ts";
import { compareTrees } from "../../../src/policy/diff/compare-trees.ts";
import { parseDiff } from "../../../src/policy/diff/parse-diff.ts";
import { reportFigures } from "../../corpora/harness/report-figures.ts";
import { type GitRepository, openGitRepository } from "../../helpers/git-repository.ts";

const isFull = process.env.NIGHTSHIFT_CORPUS === "full";
const rounds = isFull ? 2_000 : 60;
const seed = Number(process.env.NIGHTSHIFT_SEED ?? 1);

const options = [[], ["-U0"], ["-U1"], ["-M"], ["--no-renames"], ["--full-index"]] as const;
const strangers = [
  ...[
    "garbage",
    "-- ",
    "2.39",
    "",
    "\\ No newline at end of file",
    "--- a/a.txt",
    "+++ b/a.txt",
    "@@ -1 +1 @@",
  ],
  ...[
    "diff --git a/a.txt b/a.txt",
    "old mode 100644",
    "new mode 100755",
    "rename from a.txt",
    "rename to b.txt",
  ],
  ...[
    "deleted file mode 100644",
    "new file mode 100644",
    "--- /dev/null",
    "+++ /dev/null",
    "index 1..2 100644",
  ],
  ...["similarity index 90%", "Binary files a/a.txt and b/a.txt differ", "copy from a.txt", "copy to c.txt"],
];

/** Numbers from 0 to 1, always the same ones (a linear congruence). */
function createRandom(start: number) {
  let state = start;
  const next = (): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state / 0x7fffffff;
  };
  return { below: (limit: number) => Math.floor(next() * limit) };
}

type Random = ReturnType<typeof createRandom>;

function pick<Value>(values: readonly Value[], random: Random): Value | undefined {
  return values[random.below(values.length)];
}

/** Spoils a diff in one place, as a careless or a hostile hand would. */
function spoil(lines: readonly string[], random: Random): readonly string[] {
  const [at, other] = [random.below(lines.length), random.below(lines.length)];
  const line = lines[at] ?? "";
  const change = (text: string): readonly string[] => lines.with(at, text);
  const edits = [
    () => lines.toSpliced(at, 1),
    () => lines.toSpliced(at, 0, lines[other] ?? ""),
    () => change(line.replace(/\d+/, (digits) => String(Number(digits) + random.below(3) - 1))),
    () =>
      change(line.replace(/[ab]\//, pick(["a/", "b/", "c/", "", "/", "../", "./", "a/b/"], random) ?? "")),
    () => change(line + (pick([" ", "\t", "\r", "x", "\\"], random) ?? "")),
    () => lines.toSpliced(at, 0, pick(strangers, random) ?? ""),
    () => change((pick(["-", "+", " ", "", "\\"], random) ?? "") + line.slice(1)),
    () => change(line.replace(/^(--- |\+\+\+ |rename from |rename to )(.*)$/, '$1"$2"')),
  ];
  return pick(edits, random)?.() ?? lines;
}

function writeBase(repository: GitRepository): void {
  const count = (lines: number, text: string) =>
    Array.from({ length: lines }, (_, at) => `${text} ${at % 7}\n`).join("");
  repository.write("a.txt", count(30, "line"));
  repository.write("b.txt", count(12, "x"));
  repository.write("d e.txt", "q\n");
  repository.write("gone.txt", "g\n");
  repository.write("no-newline", "a\nb");
  repository.write("tool.sh", "#!\n");
  repository.write("moved.txt", count(20, "moved"));
  repository.write("-- c", "-- a/x\n++ b/x\n");
}

function writeHead(repository: GitRepository): void {
  const read = (path: string) => readFileSync(join(repository.dir, path), "utf8");
  const a = read("a.txt").replace("line 3\nline 4", "line 3!\nline 4\nnew");
  repository.write("a.txt", a.replace(/line 1\n$/, ""));
  repository.write("b.txt", read("b.txt").replace("x 5", "y 5"));
  repository.write("d e.txt", "q2\n");
  repository.write("no-newline", "a\nb2");
  repository.write("tool.sh", "#!\n", "executable");
  repository.write("moved again.txt", `${read("moved.txt")}end\n`);
  repository.run("rm", "-q", "gone.txt", "moved.txt");
  repository.write("new.txt", "n\n--- a/x\n+++ b/x\n");
  repository.write("-- c", "-- a/y\n++ b/y\n");
}

/** Paths with what becomes of them. git makes a regular file of any odd mode, which the rules deny. */
function describe(files: readonly ChangedFile[]): Readonly<Record<string, string>> {
  const sorted = files.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  return Object.fromEntries(
    sorted.map(({ path, after }) => [
      path,
      after === null ? "deleted" : `${after.mode.slice(0, 3)} ${after.text ?? "no text"}`,
    ]),
  );
}

it(`never takes a diff for another change than git does, of ${rounds} spoiled ones`, {
  timeout: 900_000,
}, async () => {
  using repository = openGitRepository();
  writeBase(repository);
  const base = repository.commit("base");
  writeHead(repository);
  const head = repository.commit("head");
  const git = await repository.open();
  const files = await git.listFiles(base);
  const place = (name: string) => join(repository.dir, "..", name);
  const env = { PATH: process.env.PATH ?? "", HOME: place(""), GIT_INDEX_FILE: place("index") };
  const run = (...args: readonly string[]) => spawnSync("git", args, { cwd: repository.dir, env });
  const diffs = options.map((each) => {
    repository.run("diff", "--binary", ...each, `--output=${place("whole.diff")}`, base, head);
    return readFileSync(place("whole.diff"), "latin1").split("\n");
  });
  const random = createRandom(seed);
  const count = { alike: 0, refused: 0 };
  for (let round = 0; round < rounds; round += 1) {
    let lines: readonly string[] = pick(diffs, random) ?? [];
    for (let times = random.below(2); times >= 0; times -= 1) lines = spoil(lines, random);
    const text = lines.join("\n");
    const ours = await read(text).catch((error: unknown) => {
      expect(error).toMatchObject({ kind: "usage", code: expect.stringMatching(/^DIFF_/) });
      return null;
    });
    if (ours === null) {
      count.refused += 1;
      continue;
    }
    writeFileSync(place("spoiled.diff"), text, "latin1");
    rmSync(place("index"), { force: true });
    run("read-tree", base);
    const applied = run("apply", "--cached", "--unidiff-zero", "--whitespace=nowarn", place("spoiled.diff"));
    if (applied.status !== 0) continue;
    const tree = execFileSync("git", ["write-tree"], { cwd: repository.dir, env, encoding: "utf8" }).trim();
    const theirs = await compareTrees({ from: base, to: tree }, { git });
    expect(describe(ours.files), text).toEqual(describe(theirs.files));
    count.alike += 1;
  }
  reportFigures("spoiled-diffs", [
    { what: `read as git reads them, of ${rounds}, seed ${seed}`, result: String(count.alike) },
    { what: "read otherwise", result: "0" },
    { what: "refused by Nightshift", result: String(count.refused) },
  ]);
  expect(count.alike).toBeGreaterThan(rounds / 20);

  async function read(text: string) {
    return await applyDiff(parseDiff(text), { files, readBytes: (path) => git.readFile(base, path) });
  }
});
