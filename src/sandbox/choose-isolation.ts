import type { Config } from "../config/schema.ts";
import { NightshiftError } from "../domain/errors.ts";
import type { ProcessRunner } from "../ports.ts";
import type { Isolation } from "./isolation.ts";
import { probeIsolation } from "./probe-isolation.ts";

/**
 * Decides how candidate code is held, from `sandbox.isolation` and what the machine can do. Where it is missing under
 * `auto`, `onWarning` is told once what is not protected. Throws `ISOLATION_MISSING` under `required`.
 */
export async function chooseIsolation(
  {
    mode,
    path,
    onWarning,
  }: {
    readonly mode: Config["sandbox"]["isolation"];
    readonly path: readonly string[];
    readonly onWarning: (text: string) => void;
  },
  deps: { readonly processes: ProcessRunner },
): Promise<Isolation> {
  if (mode === "none") return { status: "open", reason: "switched off by sandbox.isolation" };
  const probe = await probeIsolation({ path }, deps);
  if (probe.status === "available") {
    return { ...probe, status: "isolated" };
  }
  if (mode === "required") {
    throw new NightshiftError({
      code: "ISOLATION_MISSING",
      message: `sandbox.isolation is "required", but ${probe.reason}.`,
      hint: probe.hint,
    });
  }
  onWarning(
    `Candidate code runs without isolation: ${probe.reason}. It can read your files, write outside of its work tree, ` +
      `reach the network and leave processes behind. ${probe.hint}`,
  );
  return { status: "open", reason: probe.reason };
}
