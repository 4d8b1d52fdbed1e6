import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { NightshiftError } from "../../domain/errors.ts";
import type { PolicySource } from "./read-policies.ts";

const schemaFile = "schema.cedarschema";

/** Nightshift's own policies and the schema of all, from `policies/` beside the nearest package.json. */
export async function readDefaultPolicies(): Promise<{
  readonly schema: string;
  readonly sources: readonly PolicySource[];
}> {
  const folder = findPoliciesFolder(import.meta.dirname);
  const names = (await readdir(folder)).filter((name) => name.endsWith(".cedar")).sort();
  const sources = names.map(async (name) => ({
    path: `policies/${name}`,
    text: await readFile(join(folder, name), "utf8"),
  }));
  return { schema: await readFile(join(folder, schemaFile), "utf8"), sources: await Promise.all(sources) };
}

function findPoliciesFolder(from: string): string {
  for (let folder = from; folder !== dirname(folder); folder = dirname(folder)) {
    const policies = join(folder, "policies");
    if (existsSync(join(folder, "package.json")) && existsSync(join(policies, schemaFile))) return policies;
  }
  throw new NightshiftError({
    code: "INSTALLATION_BROKEN",
    message: `No folder policies/ beside a package.json is found above ${from}.`,
    hint: "Install Nightshift again.",
  });
}
