import { NightshiftError } from "../domain/errors.ts";
import type { CommitInfo, Git } from "../ports.ts";
import { checkRevision } from "./check-revision.ts";
import type { GitCommand } from "./git-command.ts";
import { splitAtNul } from "./git-text.ts";

/** One NUL-terminated field each; a message cannot hold a NUL. */
const fields = ["%H", "%T", "%P", "%ct", "%s", "%b", "%(trailers:only,unfold)"];

/**
 * Reads history and compares trees. Diffs follow no rename and run no driver of the user. Paths and contents that are
 * not valid UTF-8 show U+FFFD in place of what cannot be read.
 */
export function createGitHistory(
  command: GitCommand,
): Pick<Git, "log" | "isAncestor" | "diff" | "changedPaths"> {
  async function log(
    range: string,
    options: { readonly firstParent?: boolean; readonly limit?: number } = {},
  ): Promise<readonly CommitInfo[]> {
    const output = await command.text([
      "log",
      "-z",
      `--format=tformat:${fields.join("%x00")}`,
      "--encoding=UTF-8",
      ...(options.firstParent === true ? ["--first-parent"] : []),
      ...(options.limit === undefined ? [] : [`--max-count=${options.limit}`]),
      checkRevision(range),
      "--",
    ]);
    const values = output.split("\0").slice(0, -1);
    return Array.from({ length: values.length / fields.length }, (_, at) =>
      readCommit(values.slice(at * fields.length, (at + 1) * fields.length)),
    );
  }

  async function isAncestor(ancestor: string, descendant: string): Promise<boolean> {
    const args = ["merge-base", "--is-ancestor", checkRevision(ancestor), checkRevision(descendant)];
    const answer = await command.attempt(args);
    if (answer.exitCode > 1) {
      throw new NightshiftError({
        code: "GIT_FAILED",
        message: `git cannot tell whether ${ancestor} is an ancestor of ${descendant}: ${answer.stderr.trim()}`,
        hint: "Check that both commits exist in this repository.",
      });
    }
    return answer.exitCode === 0;
  }

  function compare(options: readonly string[], from: string, to: string): Promise<Buffer> {
    const trees = [from, to].map((revision) => `${checkRevision(revision)}^{tree}`);
    return command.bytes(["diff-tree", "-r", "--no-renames", ...options, ...trees]);
  }

  async function diff(from: string, to: string): Promise<string> {
    // Programs that attributes name are never run; other diff settings of the user do not reach plumbing.
    const options = ["-p", "--full-index", "--binary", "--no-ext-diff", "--no-textconv"];
    return (await compare(options, from, to)).toString("utf8");
  }

  async function changedPaths(from: string, to: string): Promise<readonly string[]> {
    return splitAtNul(await compare(["-z", "--name-only"], from, to)).map((path) => path.toString("utf8"));
  }

  return { log, isAncestor, diff, changedPaths };
}

function readCommit(values: readonly string[]): CommitInfo {
  const [hash = "", tree = "", parents = "", seconds = "", subject = "", body = "", trailers = ""] = values;
  return {
    hash,
    tree,
    parents: parents === "" ? [] : parents.split(" "),
    subject,
    body: body.trimEnd(),
    trailers: readTrailers(trailers),
    at: new Date(Number(seconds) * 1000).toISOString(),
  };
}

function readTrailers(lines: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    lines.split("\n").flatMap((line) => {
      const colon = line.indexOf(":");
      return colon === -1 ? [] : [[line.slice(0, colon).trim(), line.slice(colon + 1).trim()] as const];
    }),
  );
}
