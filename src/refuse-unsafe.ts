import { usageError } from "./domain/errors.ts";

/** What a person who starts a campaign without safety is told. */
export const unsafeWarning = {
  message:
    "Safety is off: what policy denies is recorded and refused no more. Every promotion is marked unsafe.",
  hint: "Nothing of this campaign is ever published, and later campaigns with safety set its promotions aside.",
};

/**
 * A campaign without safety is an experiment on one machine: where its promotions could reach others it is refused.
 * Throws the usage error `UNSAFE_IN_ACTIONS`.
 */
export function refuseUnsafe(
  safety: "on" | "off",
  environment: Readonly<Record<string, string | undefined>>,
): void {
  if (safety === "on" || (environment.GITHUB_ACTIONS ?? "") === "") return;
  throw usageError({
    code: "UNSAFE_IN_ACTIONS",
    message: "--no-safety is for experiments on one machine, and this is a GitHub Actions runner.",
    hint: "Leave --no-safety out; a campaign that was started with it cannot be resumed here.",
  });
}
