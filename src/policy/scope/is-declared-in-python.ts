import type { DependencyContext } from "./dependency-context.ts";
import { distributionOf, standardModules } from "./python-modules.ts";

const manifest =
  /(^|\/)(pyproject\.toml|setup\.py|setup\.cfg|Pipfile|tox\.ini|environment[^/]*\.ya?ml|[^/]*requirements[^/]*\.(txt|in))$|(^|\/)requirements\/[^/]+\.(txt|in)$/i;
/** More manifests than these are not read. */
const maxManifests = 40;
/** Tests get these from their runner, which a project may have installed elsewhere. */
const runners = new Set(["pytest", "_pytest", "hypothesis", "mock", "nose"]);

/**
 * Whether a Python import is the standard library's, a module of the project, or of a distribution that a manifest of
 * the base names. Manifests are searched for the name, since each kind has its own syntax.
 */
export async function isDeclaredInPython(specifier: string, context: DependencyContext): Promise<boolean> {
  const name = specifier.split(".")[0] ?? "";
  if (name === "" || standardModules.has(name)) return true;
  if (context.isTest && runners.has(name)) return true;
  const paths = [...context.entries.keys()];
  const own = new RegExp(`(^|/)${name}(/|\\.(py|pyi|pyx|so|pyd)$)`);
  if (/^\w+$/.test(name) && paths.some((path) => own.test(path))) return true;
  const names = namesOf(name);
  for (const path of paths.filter((one) => manifest.test(one)).slice(0, maxManifests)) {
    const words = (await context.readBase(path))?.match(/[A-Za-z0-9][\w.-]*/g) ?? [];
    if (words.some((word) => names.has(normalise(word)))) return true;
  }
  return false;
}

/** What a module's distribution may be called, normalised (https://packaging.python.org/specifications/name-normalization/). */
function namesOf(module: string): ReadonlySet<string> {
  const name = normalise(module);
  const usual = [name, `python-${name}`, `py${name}`, `${name}-python`];
  return new Set([...usual, ...(distributionOf.get(module) ?? [])]);
}

function normalise(name: string): string {
  return name
    .replace(/[-_.]+/g, "-")
    .toLowerCase()
    .replace(/-$/, "");
}
