import { readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { repositoryRoot } from "../config-project.ts";
import type { Caller } from "./api-call.ts";

/** What the token of a job of one of our own workflows may do. */
export function readJobPermissions(workflow: string, job: string): NonNullable<Caller["permissions"]> {
  const file = path.join(repositoryRoot, ".github/workflows", workflow);
  const { jobs } = parse(readFileSync(file, "utf8")) as {
    readonly jobs: Readonly<
      Record<string, { readonly permissions: Readonly<Record<string, "read" | "write">> }>
    >;
  };
  const entries = Object.entries(jobs[job]?.permissions ?? {});
  // A workflow file spells them with a dash.
  return Object.fromEntries(entries.map(([name, access]) => [name.replace("-", "_"), access]));
}
