import { NightshiftError } from "../../src/domain/errors.ts";
import type { DispatchOutcome } from "../../src/github-port.ts";
import type { Desk } from "../desk.ts";

/** What GitHub says of a workflow that is not there, or does not take these inputs: a person's matter, not a failure. */
const refusals: readonly string[] = ["GITHUB_NOT_FOUND", "GITHUB_INVALID", "GITHUB_FORBIDDEN"];

/** Starts a workflow on the default branch; what the repository has to mend for it is an outcome, with what to do. */
export async function dispatch(
  { file, inputs }: { readonly file: string; readonly inputs: Readonly<Record<string, string>> },
  { github, sacred }: Pick<Desk, "github" | "sacred">,
): Promise<DispatchOutcome> {
  try {
    return await github.dispatchWorkflow(file, sacred.branch, inputs);
  } catch (error) {
    if (!(error instanceof NightshiftError) || !refusals.includes(error.code)) throw error;
    const isMissing = error.code === "GITHUB_NOT_FOUND";
    const hint = isMissing
      ? `There is no .github/workflows/${file}: \`nightshift init\` writes it.`
      : error.hint;
    return { status: "forbidden", reason: `${error.message} ${hint}` };
  }
}
