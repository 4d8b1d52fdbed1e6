import type { ScriptCall } from "./find-script-calls.ts";
import { folderPath } from "./folder-path.ts";
import type { NodePackage } from "./node-package.ts";

/** How many test files are read to see whether they use built output. */
const READ_TESTS = 200;

/**
 * The commands that have to run ahead of tests: the builds among the scripts that lead to them, else the `build`
 * script where the tests are, or import, files that are not tracked.
 */
export async function findBuild(
  { builds, call }: Pick<ScriptCall, "builds" | "call">,
  { folder, manifest, files, project }: NodePackage,
): Promise<readonly string[]> {
  if (builds.length > 0) return [...new Set(builds)].map((build) => withLocalPrograms(build, folder));
  if (manifest.scripts.build === undefined) return [];
  const build = ["npm run --silent build"];
  const isTracked = (path: string) => files.some((file) => file === path || file.startsWith(`${path}/`));
  const operands = call.args
    .map(({ text }) => text.replace(/^\.\//, ""))
    .filter((text) => /^[\w@.-]+\//.test(text));
  if (operands.some((path) => !isTracked(path.split("/", 1)[0] ?? ""))) return build;
  const output = manifest.main?.replace(/^\.\//, "") ?? "";
  const outputFolder = output.split("/", 1)[0] ?? "";
  if (!output.includes("/") || isTracked(outputFolder)) return [];
  const tests = files
    .filter((file) => /\.[cm]?[jt]sx?$/.test(file) && /test|spec/i.test(file))
    .slice(0, READ_TESTS);
  for (const test of tests) {
    const text = (await project.read(folderPath(folder, test))) ?? "";
    if (
      text.includes(`/${outputFolder}/`) ||
      text.includes(`/${outputFolder}"`) ||
      text.includes(`/${outputFolder}'`)
    ) {
      return build;
    }
  }
  return [];
}

/** npm puts the programs of packages on the PATH of its scripts; a command taken out of one needs the same. */
function withLocalPrograms(command: string, folder: string): string {
  if (/^(?:npm|pnpm|yarn|node)\s/.test(command)) return command;
  const depth = folder === "." ? 0 : folder.split("/").length;
  const folders = Array.from({ length: depth + 1 }, (_, up) => `$PWD/${"../".repeat(up)}node_modules/.bin`);
  return `PATH="${folders.join(":")}:$PATH"; export PATH; ${command}`;
}
