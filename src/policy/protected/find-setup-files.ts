import { posix } from "node:path";
import type { TreeEntry } from "../../ports.ts";

const runnerConfig =
  /(^|\/)(package\.json|\.?(vitest|vite|jest|ava|playwright|cypress|karma|wdio|tap|mocha)[\w.-]*\.(config|conf|workspace)[\w.-]*\.(json|[cm]?[jt]s)|(jest|ava|vitest)\.(config|workspace|preset)\.[\w.]+|\.mocharc(\.[\w.]+)?|\.taprc|bunfig\.toml)$/i;
/** More configurations than these are not read. */
const maxConfigs = 100;
/** Settings that name a file which runs with every test, in quotes, as one or as a list. */
const setting =
  /["']?\b(setupFiles\w*|globalSetup|globalTeardown|setupTests|testEnvironment|environment|resolver|reporters?|runner|testRunner|snapshotEnvironment|snapshotSerializers|testSequencer|preset|preload|require|import|loader|before|after|sequencer|plugins)["']?\s*[:=]\s*(\[[^\]]{0,2000}\]|["'`][^"'`\n]{0,300}["'`])/g;
/** YAML lists of .mocharc.yml and .taprc. */
const yamlList = /^(require|import|loader|before|after|file)[ \t]*:([^\n]*(?:\n[ \t]*-[^\n]*){0,20})/gm;

/**
 * Files of the repository that the configuration of a test runner on the base loads into every test: set-up files,
 * environments, reporters and the like. Relative to the root. `readBase` reads the base's files.
 */
export async function findSetupFiles(
  entries: ReadonlyMap<string, TreeEntry>,
  readBase: (path: string) => Promise<string | null>,
): Promise<readonly string[]> {
  const configs = [...entries.keys()].filter((path) => runnerConfig.test(path)).slice(0, maxConfigs);
  const found = configs.map(async (config) => {
    const text = (await readBase(config)) ?? "";
    const settings = posix.basename(config) === "package.json" ? pickRunners(text) : text;
    return listNames(settings).flatMap((name) => resolveFile(name, posix.dirname(config), entries));
  });
  return (await Promise.all(found)).flat();
}

/** The parts of a manifest that are for runners; elsewhere `import` and `require` name what it exports. */
function pickRunners(text: string): string {
  try {
    const { jest, mocha, ava, vitest, tap, c8, nyc } = JSON.parse(text) as Record<string, unknown>;
    return JSON.stringify({ jest, mocha, ava, vitest, tap, c8, nyc });
  } catch {
    return "";
  }
}

function listNames(text: string): readonly string[] {
  const quoted = [...text.matchAll(setting)].flatMap(([, , value = ""]) =>
    [...value.matchAll(/["'`]([^"'`\n]+)["'`]/g)].map(([, name = ""]) => name),
  );
  const listed = [...text.matchAll(yamlList)].flatMap(([, , value = ""]) =>
    value.split(/[\s,[\]"']+/).filter((word) => /[./]/.test(word)),
  );
  return [...quoted, ...listed];
}

/** The file that a setting names, with or without its extension; none for a package. */
function resolveFile(
  name: string,
  folder: string,
  entries: ReadonlyMap<string, TreeEntry>,
): readonly string[] {
  const path = posix.join(folder, name.replace(/^<rootDir>\//, ""));
  const endings = [
    "",
    ".js",
    ".mjs",
    ".cjs",
    ".ts",
    ".mts",
    ".cts",
    ".jsx",
    ".tsx",
    "/index.js",
    "/index.ts",
  ];
  const match = endings.map((ending) => `${path}${ending}`).find((file) => entries.has(file));
  return match === undefined ? [] : [match];
}
