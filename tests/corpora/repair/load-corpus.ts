import { existsSync, globSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseBugs } from "./parse-bugs.ts";
import { type Half, type RepairLanguage, type RepairModule, repairLanguages } from "./repair-bug.ts";
import { splitHalf } from "./split-half.ts";

const MANIFEST = '{ "type": "module", "private": true }\n';

/** What is wanted of the corpus; by default all of it. */
export type CorpusChoice = { readonly language?: RepairLanguage; readonly half?: Half };

/** Reads the modules of the corpus with their bugs, ordered by name. */
export function loadCorpus({ language, half }: CorpusChoice = {}): readonly RepairModule[] {
  return repairLanguages
    .filter((name) => language === undefined || name === language)
    .flatMap(loadLanguage)
    .filter((module) => half === undefined || module.half === half);
}

function loadLanguage(language: RepairLanguage): readonly RepairModule[] {
  const root = join(import.meta.dirname, language, "modules");
  if (!existsSync(root)) return [];
  return readdirSync(root)
    .sort()
    .map((name) => loadModule(language, name, join(root, name)));
}

function loadModule(language: RepairLanguage, name: string, folder: string): RepairModule {
  const id = `${language}/${name}`;
  const tree = join(folder, "tree");
  const paths = globSync("**/*.{js,mjs,cjs,ts,py,json}", { cwd: tree, exclude: ["**/__pycache__"] }).sort();
  const written = Object.fromEntries(paths.map((path) => [path, readFileSync(join(tree, path), "utf8")]));
  const files = language === "python" ? written : { "package.json": MANIFEST, ...written };
  const { runner } = JSON.parse(readFileSync(join(folder, "module.json"), "utf8")) as RepairModule;
  const bugs = (["hand", "planted"] as const).flatMap((origin) => {
    const file = join(folder, `${origin}.bugs`);
    return existsSync(file) ? parseBugs(readFileSync(file, "utf8"), { module: id, origin, files }) : [];
  });
  return { id, language, half: splitHalf(id), runner, folder, files, bugs };
}
