import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import type { RepairModule } from "./repair-bug.ts";

const TIMEOUT_MS = 10_000;
const CASES = 300;
const run = promisify(execFile);

/** Whether a tree does what the good one does. `different` also where it does not load, or does not end. */
export type Behaviour =
  | { readonly status: "same"; readonly cases: number }
  | { readonly status: "different"; readonly cases: number; readonly first: string };

/** Asks the module's oracle: both trees get the same generated inputs; results, arguments and errors are compared. */
export async function judgeBehaviour(
  module: Pick<RepairModule, "language" | "folder">,
  files: Readonly<Record<string, string>>,
  seed = 1,
): Promise<Behaviour> {
  const tree = await mkdtemp(join(tmpdir(), "nightshift-oracle-"));
  try {
    for (const [path, content] of Object.entries(files)) {
      await mkdir(dirname(join(tree, path)), { recursive: true });
      await writeFile(join(tree, path), content);
    }
    const program = module.language === "python" ? "python3" : process.execPath;
    const judge = join(import.meta.dirname, module.language === "python" ? "python/judge.py" : "judge.mjs");
    const { stdout } = await run(program, [judge, module.folder, tree, String(seed), String(CASES)], {
      cwd: tree,
      timeout: TIMEOUT_MS,
      killSignal: "SIGKILL",
      maxBuffer: 16 * 2 ** 20,
    });
    return JSON.parse(stdout.trim().split("\n").at(-1) ?? "") as Behaviour;
  } catch (error) {
    const first = error instanceof Error ? error.message.slice(0, 300) : String(error);
    return { status: "different", cases: 0, first };
  } finally {
    await rm(tree, { recursive: true, force: true });
  }
}
