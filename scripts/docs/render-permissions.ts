import {
  type GitHubMethod,
  githubMethods,
  listPermissions,
} from "../../src/adapters/github/permission-table.ts";
import type { GitHubPermission } from "../../src/adapters/github/permissions.ts";
import { row } from "./row.ts";

const methods = Object.keys(githubMethods) as GitHubMethod[];

/** What the App asks for, and which of its calls need it, as a table. */
export async function renderPermissions(): Promise<string> {
  const all = Object.entries(listPermissions(methods)) as [GitHubPermission, "read" | "write"][];
  const rows = all.map(([name, level]) => row([`\`${name}: ${level}\``, listMethods(name, level)]));
  return `${[row(["permission", "needed to"]), row(["---", "---"]), ...rows].join("\n")}\n`;
}

/** Calls that do not work with less. */
function listMethods(permission: GitHubPermission, level: "read" | "write"): string {
  return methods
    .filter((method) => listPermissions([method])[permission] === level)
    .map((method) => method.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`))
    .join(", ");
}
