import type { PolicyRule } from "../policy-rule.ts";
import { findPathFaults } from "./find-path-faults.ts";

export const pathCharacters: PolicyRule = {
  id: "path-characters",
  group: "shape",
  title: "Paths with control, bidirectional or invisible characters, or not in NFC",
  explanation:
    "Such a name reads as another one, breaks the tools that print it, or is two files on one system and one on " +
    "another. Name the file with visible characters, composed as in Unicode's form NFC.",
  find: (change) => findPathFaults(change, findFault),
};

function findFault(path: string): string | null {
  if (!path.isWellFormed()) return "is not valid Unicode";
  if (/\p{Cc}|[\u2028\u2029]/u.test(path)) return "holds control characters";
  if (/\p{Bidi_Control}/u.test(path)) return "holds bidirectional control characters";
  // U+FFFD stands where a name's bytes were no UTF-8.
  if (/\p{Default_Ignorable_Code_Point}|\p{Co}|\p{Cf}|\ufffd/u.test(path))
    return "holds characters that nobody sees";
  if (/[^\S ]/.test(path)) return "holds a blank that is not the plain one";
  return path === path.normalize("NFC") ? null : "is not in Unicode's form NFC";
}
