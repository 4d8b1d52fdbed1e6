import picomatch from "picomatch";
import type { Config } from "../../config/schema.ts";
import { usageError } from "../../domain/errors.ts";
import type { TreeEntry } from "../../ports.ts";
import { languageOf } from "../../syntax/language.ts";
import { findEditableFiles } from "../find-editable-files.ts";

/**
 * Tracked files that faults are planted in: code that a candidate could edit, so neither tests nor settings; with a glob
 * those that match it, whatever the configured focus says.
 *
 * Throws the usage errors `NOTHING_MATCHES` and `NOTHING_TO_MUTATE`.
 */
export function chooseMutatedFiles(
  { entries, glob }: { readonly entries: readonly TreeEntry[]; readonly glob: string | null },
  config: Pick<Config, "focus" | "policy" | "gates">,
): readonly string[] {
  const focus = glob === null ? config.focus : [glob];
  const code = findEditableFiles(entries, { ...config, focus }).filter((path) => languageOf(path) !== null);
  if (code.length > 0) return code;
  if (glob !== null) {
    const isMatch = picomatch(glob, { dot: true });
    const [matched] = entries.map(({ path }) => path).filter((path) => isMatch(path));
    throw usageError({
      code: "NOTHING_MATCHES",
      message:
        matched === undefined
          ? `--files ${glob} matches no file of the commit.`
          : `--files ${glob} matches nothing that can be mutated: ${matched} is a test, is protected, or is not JavaScript, TypeScript or Python.`,
      hint: "Quote the glob, and write it relative to the repository's root: --files 'src/**'.",
    });
  }
  throw usageError({
    code: "NOTHING_TO_MUTATE",
    message: "The commit has no JavaScript, TypeScript or Python that a candidate might edit.",
    hint: "Look at `focus` and `policy.protectedPaths` in the configuration, or name files with --files.",
  });
}
