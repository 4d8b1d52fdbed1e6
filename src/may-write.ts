import type { GitHub } from "./github-port.ts";

/** Whether somebody may write to the repository, as it is now. Who is not known may not. */
export async function mayWrite(
  login: string,
  { github }: { readonly github: Pick<GitHub, "getPermission"> },
): Promise<boolean> {
  return ["write", "maintain", "admin"].includes(await github.getPermission(login));
}
