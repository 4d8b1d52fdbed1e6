import type { PolicyRule } from "../policy-rule.ts";
import { findPathFaults } from "./find-path-faults.ts";

/** What common file systems take for one name, in bytes. */
const maxNameBytes = 255;
/** macOS stops at 1,024 bytes for a whole path, the repository's own place included. */
const maxPathBytes = 800;
const maxDepth = 64;

export const pathLength: PolicyRule = {
  id: "path-length",
  group: "shape",
  title: "Names, paths and nests of folders that are too long for common systems",
  explanation:
    "A file that cannot be checked out on some system breaks the clone there. Choose a shorter name.",
  find: (change) => findPathFaults(change, findFault),
};

function findFault(path: string): string | null {
  const sizeBytes = Buffer.byteLength(path);
  if (sizeBytes > maxPathBytes) return `has ${sizeBytes} bytes, more than ${maxPathBytes}`;
  const parts = path.split("/");
  if (parts.length > maxDepth) return `is ${parts.length} folders deep, more than ${maxDepth}`;
  const isLong = parts.some((part) => Buffer.byteLength(part) > maxNameBytes);
  return isLong ? `holds a name of more than ${maxNameBytes} bytes` : null;
}
