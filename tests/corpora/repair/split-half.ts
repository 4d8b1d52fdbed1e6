import { createHash } from "node:crypto";
import type { Half } from "./repair-bug.ts";

/** The half that a module (`javascript/roman`) is in, fixed by its name: no choice, and none that was ever seen. */
export function splitHalf(module: string): Half {
  const [first = 0] = createHash("sha256").update(module).digest();
  return first % 2 === 0 ? "dev" : "held-back";
}
