import type { PolicyRule } from "../policy-rule.ts";
import { findPathFaults } from "./find-path-faults.ts";

export const relativePath: PolicyRule = {
  id: "relative-path",
  group: "shape",
  title: "Paths that are absolute, climb out of the repository or are written in a roundabout way",
  explanation:
    "A path that leaves the tree writes where nobody looks, and one file must have one name for the other rules to " +
    "know it. Name the file relative to the repository's root, with / between folders.",
  find: (change) => findPathFaults(change, findFault),
};

function findFault(path: string): string | null {
  if (path === "") return "is no path";
  if (path.startsWith("/")) return "is an absolute path";
  if (/^[a-z]:/i.test(path)) return "begins with a drive letter";
  if (path.includes("\\")) return "holds a backslash, which some systems take for a separator";
  const isRoundabout = path.split("/").some((part) => part === "" || part === "." || part === "..");
  return isRoundabout ? "leaves the tree or is not plain" : null;
}
