import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { execa } from "execa";

/** Writes a git repository of `fileCount` small JavaScript modules in folders of 50, committed on `main`. */
export async function generateRepository(dir: string, fileCount: number): Promise<void> {
  for (let index = 0; index < fileCount; index += 1) {
    const folder = path.join(dir, "src", `group-${Math.floor(index / 50)}`);
    if (index % 50 === 0) await mkdir(folder, { recursive: true });
    const lines = Array.from(
      { length: 30 },
      (_, line) => `export const value${line} = ${index * 31 + line};`,
    );
    await writeFile(path.join(folder, `module-${index}.js`), `${lines.join("\n")}\n`);
  }
  const git = (...args: string[]) => execa("git", args, { cwd: dir });
  await git("init", "--quiet", "--initial-branch=main");
  await git("config", "user.name", "Bench");
  await git("config", "user.email", "bench@example.invalid");
  await git("add", "--all");
  await git("commit", "--quiet", "--message", "generated");
}
