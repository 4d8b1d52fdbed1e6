import { readFile, writeFile } from "node:fs/promises";
import { digest } from "../domain/digest.ts";
import { seenAt } from "./site.ts";

/** The range that systemd keeps for users that come and go: no one has files there. See systemd's UIDS-GIDS. */
const first = 61_184;
const last = 65_519;

/** The user that commands in a work tree run as; each work tree has its own, so that limits on one spare the others. */
export function chooseUser(folder: string): number {
  return first + (Number.parseInt(digest(folder).slice(0, 8), 16) % (last - first + 1));
}

/** Writes the system's list of users with one more, since many tools ask for the name of the user that they run as. */
export async function writePasswd(file: string, user: number): Promise<void> {
  const system = await readFile("/etc/passwd", "utf8").catch(() => "root:x:0:0:root:/root:/bin/sh\n");
  const end = system === "" || system.endsWith("\n") ? "" : "\n";
  await writeFile(file, `${system}${end}nightshift:x:${user}:${user}::${seenAt.home}:/bin/sh\n`);
}
