import type { FileEdit } from "../../domain/candidate.ts";
import type { Git } from "../../ports.ts";
import type { Sandbox } from "../../sandbox/sandbox.ts";
import { languageOf } from "../../syntax/language.ts";
import type { SourceParser } from "../../syntax/parse-source.ts";
import type { MutationSite } from "./choose-mutants.ts";
import type { MutationReport } from "./mutation-report.ts";

/** A file as it is without a fault. */
export type OriginalSource = FileEdit & { readonly content: string };

/** Reads files of a tree that are code; what should be and cannot be read is skipped with the reason. */
export async function readSites(
  sources: readonly string[],
  sandbox: Pick<Sandbox, "commit" | "read">,
  { parser, git }: { readonly parser: SourceParser; readonly git: Pick<Git, "listFiles"> },
): Promise<
  Pick<MutationReport, "skipped"> & {
    readonly sites: readonly MutationSite[];
    readonly originals: readonly OriginalSource[];
  }
> {
  const modes = new Map((await git.listFiles(sandbox.commit)).map(({ path, mode }) => [path, mode]));
  const sites: MutationSite[] = [];
  const originals: OriginalSource[] = [];
  const skipped: { readonly path: string; readonly reason: string }[] = [];
  for (const path of sources) {
    // That a text or a picture is no code is not worth a word.
    if (languageOf(path) === null) continue;
    const content = await sandbox.read(path);
    const text = content?.toString("utf8") ?? "";
    if (content === null || !Buffer.from(text).equals(content)) {
      skipped.push({ path, reason: "not readable as UTF-8" });
      continue;
    }
    const parsed = await parser.parse(path, text);
    if (parsed.status === "skipped") {
      skipped.push({ path, reason: parsed.reason });
      continue;
    }
    sites.push({ source: parsed.source, ranges: null });
    originals.push({ path, mode: modes.get(path) === "100755" ? "100755" : "100644", content: text });
  }
  return { sites, originals, skipped };
}
