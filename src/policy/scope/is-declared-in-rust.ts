import type { DependencyContext } from "./dependency-context.ts";
import { foldersAbove } from "./folders-above.ts";

const own = new Set(["crate", "self", "super", "std", "core", "alloc", "proc_macro", "test"]);

/** Whether a Rust path begins in the standard library, in the crate itself, or in a crate that a Cargo.toml above names. */
export async function isDeclaredInRust(
  specifier: string,
  { path, entries, readBase }: DependencyContext,
): Promise<boolean> {
  // A path may also begin with a type, which is written with a capital.
  if (own.has(specifier) || /^[A-Z]/.test(specifier)) return true;
  if ([...entries.keys()].some((file) => new RegExp(`(^|/)${specifier}(\\.rs|/mod\\.rs)$`).test(file)))
    return true;
  const texts = await Promise.all(foldersAbove(path).map((folder) => readBase(`${folder}Cargo.toml`)));
  const file = await readBase(path);
  const isModule = file !== null && new RegExp(`\\bmod\\s+${specifier}\\b`).test(file);
  const words = texts.flatMap((text) => text?.match(/[\w-]+/g) ?? []);
  return isModule || words.some((word) => word.replaceAll("-", "_") === specifier);
}
