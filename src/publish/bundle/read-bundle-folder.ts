import { constants, type Dirent } from "node:fs";
import { open, readdir } from "node:fs/promises";
import path from "node:path";
import { type BundleRefusal, quote, refuseBundle } from "./bundle-refusal.ts";
import { checkSizes } from "./check-sizes.ts";
import { classifyName } from "./file-name.ts";
import type { ReadFiles } from "./zip/read-zip.ts";

type Found = { readonly name: string; readonly sizeBytes: number };

/**
 * Reads the files of a folder that may be a bundle, as hostile data: no link is followed, nothing that is no regular
 * file is opened for more than a look, and sizes are held against the limits first. A folder that cannot be read throws
 * the system's error.
 */
export async function readBundleFolder(folder: string): Promise<ReadFiles> {
  const names: string[] = [];
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const listed = await listNames(folder, entry);
    if (!Array.isArray(listed)) return listed;
    names.push(...listed);
  }
  const found: Found[] = [];
  for (const name of names) {
    const look = await lookAt(folder, name);
    if ("status" in look) return look;
    found.push(look);
  }
  const tooLarge = checkSizes(found);
  if (tooLarge !== null) return tooLarge;
  const files = new Map<string, Uint8Array>();
  for (const { name, sizeBytes } of found) {
    const bytes = await readWithin(path.join(folder, name), sizeBytes);
    if (bytes === null) return refuseBundle("size", `${quote(name)} grew while it was read.`);
    files.set(name, bytes);
  }
  return { status: "read", files };
}

async function listNames(folder: string, entry: Dirent): Promise<string[] | BundleRefusal> {
  if (!entry.isDirectory()) return [entry.name];
  if (classifyName(`${entry.name}/`) !== "folder")
    return refuseBundle("entry-name", `${quote(entry.name)} is no folder of a bundle.`);
  return (await readdir(path.join(folder, entry.name))).map((name) => `${entry.name}/${name}`);
}

async function lookAt(folder: string, name: string): Promise<Found | BundleRefusal> {
  const kind = classifyName(name);
  if (kind === null || kind === "folder")
    return refuseBundle("entry-name", `${quote(name)} is no name of a bundle's file.`);
  const file = await openUnfollowed(path.join(folder, name));
  if (file === null) return refuseBundle("entry-kind", `${quote(name)} is a link.`);
  await using opened = file;
  const stats = await opened.stat();
  return stats.isFile()
    ? { name, sizeBytes: stats.size }
    : refuseBundle("entry-kind", `${quote(name)} is no regular file.`);
}

/** Without waiting for whoever writes into a pipe. Null for a link, or a socket. */
async function openUnfollowed(place: string) {
  try {
    return await open(place, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ELOOP" || code === "ENXIO" || code === "EMLINK") return null;
    throw error;
  }
}

async function readWithin(place: string, sizeBytes: number): Promise<Buffer | null> {
  await using file = await open(place, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  const bytes = Buffer.alloc(sizeBytes + 1);
  let length = 0;
  while (length < bytes.length) {
    const { bytesRead } = await file.read(bytes, length, bytes.length - length, length);
    if (bytesRead === 0) break;
    length += bytesRead;
  }
  return length > sizeBytes ? null : bytes.subarray(0, length);
}
