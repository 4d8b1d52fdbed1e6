import { createHash } from "node:crypto";
import { lstatSync, readdirSync, readFileSync, readlinkSync } from "node:fs";

/** Every file beneath a folder, by path, with its mode and a digest of its content: equal when nothing was written. */
export function readFolder(folder: string): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  const visit = (place: Buffer): void => {
    const stats = lstatSync(place);
    const name = place.subarray(Buffer.byteLength(folder)).toString("latin1");
    found[name] = `${stats.mode.toString(8)} ${describe(place, stats)}`;
    if (!stats.isDirectory()) return;
    for (const entry of readdirSync(place, { encoding: "buffer" })) {
      visit(Buffer.concat([place, Buffer.from("/"), entry]));
    }
  };
  visit(Buffer.from(folder));
  return found;
}

function describe(place: Buffer, stats: ReturnType<typeof lstatSync>): string {
  if (stats?.isSymbolicLink()) return readlinkSync(place);
  return stats?.isFile() ? createHash("sha256").update(readFileSync(place)).digest("hex") : "";
}
