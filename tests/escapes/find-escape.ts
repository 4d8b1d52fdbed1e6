import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { ProcessResult } from "../../src/ports.ts";
import type { PlantedHost } from "./planted-host.ts";

/** What shows that something got out, by what it printed, wrote as a report, and did on the host; empty when nothing did. */
export function findEscape(
  { result, outDir }: { readonly result: ProcessResult; readonly outDir: string },
  host: PlantedHost,
): readonly string[] {
  const printed = `${result.stdout}\n${result.stderr}\n${readFolder(outDir)}`;
  return [
    ...(printed.includes(host.canary) ? ["it printed the canary"] : []),
    ...printed.split("\n").filter((line) => line.includes(host.mark)),
    ...host.findHarm(),
  ];
}

function readFolder(folder: string): string {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(folder, entry.name), "utf8"))
    .join("\n");
}
