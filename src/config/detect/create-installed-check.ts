import { constants } from "node:fs";
import { access, stat } from "node:fs/promises";
import { delimiter, isAbsolute, join } from "node:path";
import type { ProcessRunner } from "../../ports.ts";
import type { IsInstalled } from "./project.ts";

/**
 * Looks for programs on a PATH, for files in the user's checkout (dependencies are not tracked) and for Python
 * modules by asking the interpreter. Each answer is kept, since several gates ask for the same.
 */
export function createInstalledCheck(
  input: {
    /** Root of the repository, absolute. */
    readonly root: string;
    /** The PATH that gates will have, without this tool's own `node_modules/.bin`. */
    readonly searchPath: string;
  },
  { processes }: { readonly processes: ProcessRunner },
): IsInstalled {
  const answers = new Map<string, Promise<boolean>>();
  const find: IsInstalled = async (requirement) => {
    switch (requirement.kind) {
      case "program": {
        const folders = input.searchPath.split(delimiter).filter((folder) => isAbsolute(folder));
        return hasSome(folders.map((folder) => isFile(join(folder, requirement.name), constants.X_OK)));
      }
      case "path":
        return isFile(join(input.root, requirement.path), constants.F_OK);
      case "python-module": {
        const { python, module } = requirement;
        const program = python.includes("/") ? join(input.root, python) : python;
        const script = "import importlib.util, sys; sys.exit(importlib.util.find_spec(sys.argv[1]) is None)";
        const result = await processes.run({
          argv: [program, "-c", script, module],
          // Python searches the working directory, so it must not be the repository.
          cwd: "/",
          env: { PATH: input.searchPath },
          timeoutMs: 20_000,
        });
        return result.exitCode === 0;
      }
      default:
        return requirement satisfies never;
    }
  };
  return (requirement) => {
    const key = JSON.stringify(requirement);
    const answer = answers.get(key) ?? find(requirement);
    answers.set(key, answer);
    return answer;
  };
}

async function hasSome(answers: readonly Promise<boolean>[]): Promise<boolean> {
  return (await Promise.all(answers)).includes(true);
}

async function isFile(path: string, mode: number): Promise<boolean> {
  try {
    await access(path, mode);
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}
