import { posix } from "node:path";
import type { ChangeSet } from "../change-set.ts";
import type { PolicyFinding, PolicyRule } from "../policy-rule.ts";
import { findPathFaults } from "./find-path-faults.ts";

export const gitFolder: PolicyRule = {
  id: "git-folder",
  group: "shape",
  title: "Paths inside .git, under any name that some system takes for it, and repositories in the tree",
  explanation:
    "What lies in a .git folder is run by git: hooks, filters, a file system monitor. Git refuses these names for the " +
    "same reason (CVE-2014-9390, CVE-2019-1352, CVE-2019-1353), and a bare repository inside a tree is run as one.",
  find: (change) => [...findPathFaults(change, findFault), ...findBareRepositories(change)],
};

function findFault(path: string): string | null {
  return path.split(/[/\\]/).some(isGitName) ? "is inside .git" : null;
}

function isGitName(part: string): boolean {
  // What HFS+ ignores, what NTFS drops (streams after a colon, trailing dots and blanks), what folding case unites.
  const visible = part.replace(/\p{Default_Ignorable_Code_Point}/gu, "").normalize("NFKC");
  const folded = visible.toLowerCase().replaceAll("\u0131", "i").replaceAll("i\u0307", "i");
  const name = folded.replace(/:.*$/s, "").replace(/[\s.]+$/, "");
  return name === ".git" || /^git~\d+$/.test(name) || /^gi[0-9a-f]{4}~\d+$/.test(name);
}

/** A new HEAD beside objects or refs makes a folder a repository for git, whatever it is called. */
function findBareRepositories({ files, entries }: ChangeSet): readonly PolicyFinding[] {
  const heads = files.filter(({ path, after }) => after !== null && posix.basename(path) === "HEAD");
  return heads.flatMap(({ path }) => {
    const folder = path.slice(0, -"HEAD".length);
    const paths = [...files.map((file) => file.path), ...entries.keys()];
    const isRepository = paths.some((other) =>
      ["objects/", "refs/"].some((part) => other.startsWith(folder + part)),
    );
    return isRepository
      ? [{ file: path, line: null, reason: `${JSON.stringify(path)} makes its folder a bare repository` }]
      : [];
  });
}
