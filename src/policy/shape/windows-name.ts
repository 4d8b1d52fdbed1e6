import type { PolicyRule } from "../policy-rule.ts";
import { findPathFaults } from "./find-path-faults.ts";

export const windowsName: PolicyRule = {
  id: "windows-name",
  group: "shape",
  title: "Names that mean a device, a stream, a short name or another file on Windows",
  explanation:
    "There CON and NUL.txt are devices, `a:b` a stream inside a, `GITHUB~1` may be .github, and `a.` is a " +
    "(https://learn.microsoft.com/windows/win32/fileio/naming-a-file). Choose a name that is the same everywhere.",
  find: (change) => findPathFaults(change, findFault),
};

function findFault(path: string): string | null {
  for (const part of path.split("/")) {
    if (part.includes(":")) return "holds a colon, which begins a drive or a stream";
    if (/^(con|prn|aux|nul|(com|lpt)[0-9\u00b9\u00b2\u00b3]|conin\$|conout\$|clock\$)\s*(\.|$)/i.test(part))
      return "names a device";
    if (/[ .]$/.test(part) && part !== "." && part !== "..")
      return "holds a name that ends in a dot or blank";
    if (/^\s/.test(part)) return "holds a name that begins with a blank";
    if (/^[^.]{1,6}~\d{1,6}(\.[^.]{0,3})?$/.test(part))
      return "holds a short name, another name of some file";
  }
  return null;
}
