// Runs a whole campaign on a copy of the example project: no key, no network, no GitHub, nothing of yours touched.
import { spawn, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, realpathSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { text } from "node:stream/consumers";
import { z } from "zod";

const root = path.join(import.meta.dirname, "..");
const example = path.join(root, "examples", "night-market");
/** With `--built` what `npm run build` made is run instead of the sources. */
const main = process.argv.includes("--built")
  ? path.join(root, "lib", "cli", "main.js")
  : path.join(root, "cli", "main.ts");

/** What the demo reads of the result of `nightshift run --json`. */
const resultSchema = z.object({
  campaign: z.string(),
  stopReason: z.string(),
  promoted: z.number(),
  durationMs: z.number(),
  cycles: z.array(
    z.object({
      outcome: z.string(),
      reason: z.string(),
      item: z.object({ title: z.string() }),
    }),
  ),
});

const repository = createRepository();
console.log(`A copy of examples/night-market, several things broken: ${repository}\n`);
const before = describeUserSide();
const { exitCode, output } = await runCampaign();
const result = resultSchema.safeParse(parseJson(output));
if (exitCode !== 0 || !result.success) {
  if (exitCode === 0) console.error(`The campaign's result could not be read: ${output.slice(0, 500)}`);
  process.exit(exitCode || 1);
}
printClosing(result.data);
if (describeUserSide() !== before) {
  console.error("The branch, the index or the work tree has changed. That is a defect of Nightshift.");
  process.exit(1);
}

function createRepository(): string {
  const folder = path.join(
    realpathSync(mkdtempSync(path.join(tmpdir(), "nightshift-demo-"))),
    "night-market",
  );
  cpSync(example, folder, { recursive: true });
  git(folder, ["init", "--quiet", "--initial-branch=main"]);
  git(folder, ["add", "--all"]);
  const identity = ["-c", "user.name=Night Market", "-c", "user.email=till@example.com"];
  git(folder, [
    ...identity,
    "-c",
    "commit.gpgSign=false",
    "commit",
    "--quiet",
    "--message=The till of the night market",
  ]);
  return folder;
}

/** Standard error, with the progress, goes straight to the terminal; standard output is the result. */
async function runCampaign(): Promise<{ readonly exitCode: number; readonly output: string }> {
  const argv = [main, "--repo", repository, "--json", "run", "--seed", "1"];
  const child = spawn(process.execPath, argv, { cwd: root, stdio: ["inherit", "pipe", "inherit"] });
  // Ctrl-C reaches the campaign by itself; this process has to be there for its end.
  process.on("SIGINT", () => {});
  const ended = new Promise<number>((resolve) => child.on("close", (code) => resolve(code ?? 1)));
  const output = await text(child.stdout);
  return { exitCode: await ended, output };
}

function printClosing({ campaign, stopReason, promoted, durationMs, cycles }: z.infer<typeof resultSchema>) {
  console.log("");
  for (const { outcome, item, reason } of cycles)
    console.log(`  ${outcome.padEnd(12)} ${item.title}: ${reason}`);
  const seconds = (durationMs / 1000).toFixed(0);
  console.log(`
${promoted} of ${cycles.length} cycles promoted a fix; ended as ${stopReason} after ${seconds} s.
Report:    ${path.join(repository, ".git", "nightshift", "reports", `${campaign}.md`)}
Commits:   git -C ${repository} log -p nightshift/master
Untouched: main, its index and its work tree (git -C ${repository} status)
Remove it: rm -r ${path.dirname(repository)}`);
}

/** All that is the user's: where HEAD is, every branch outside the prefix, the index and the work tree. */
function describeUserSide(): string {
  const refs = git(repository, [
    "for-each-ref",
    "--format=%(refname) %(objectname)",
    "refs/heads",
    "refs/tags",
  ])
    .split("\n")
    .filter((line) => !/^refs\/(heads|tags)\/nightshift\//.test(line));
  const head = git(repository, ["symbolic-ref", "HEAD"]);
  const status = git(repository, ["status", "--porcelain", "--ignored", "--untracked-files=all"]);
  return [...refs, head, git(repository, ["ls-files", "--stage"]), status].join("\n");
}

function git(folder: string, args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync("git", ["-C", folder, ...args], { encoding: "utf8" });
  if (status === 0) return stdout;
  console.error(`git ${args.join(" ")} failed: ${stderr || "git was not found"}`);
  process.exit(1);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
