import { execa } from "execa";

/** Hash of the commit that a repository is at. */
export async function readHead(repository: string): Promise<string> {
  return (await execa("git", ["rev-parse", "HEAD"], { cwd: repository })).stdout;
}
