import type { Protection } from "../../../policy/protected/protected-paths.ts";
import { quotePath } from "./quote-path.ts";

/** Why a path may not be written to, and what to do instead; null where it may. A test that is new may be there. Pure. */
export function findWriteFault(
  path: string,
  state: {
    readonly isTracked: boolean;
    readonly protection: Protection | null;
    readonly isEditable: boolean;
  },
): string | null {
  const { isTracked, protection, isEditable } = state;
  const shown = quotePath(path);
  if (protection !== null && (isTracked || protection.rule !== "tests")) {
    const hint =
      protection.rule === "tests" ? "Change what it tests instead." : "Find another way, or call give_up.";
    return `${shown} may not be edited, it is protected: ${protection.reason}. ${hint}`;
  }
  return isTracked && !isEditable
    ? `${shown} may not be edited: it is out of what this campaign works on. Edit other files.`
    : null;
}
