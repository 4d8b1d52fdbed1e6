import type { Runner } from "./adapters/actions/create-runner.ts";
import { listSecrets } from "./adapters/list-secrets.ts";
import { createRedactor } from "./adapters/redact.ts";
import { explainError } from "./explain-error.ts";
import { toPlainText } from "./report/plain-text.ts";

/** Of an error: the page of a run takes 1 MiB of a step, and what the step has said before is there too. */
const maxChars = 16_384;

/** What a step starts from. */
export type JobInput = {
  readonly runner: Runner;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Values of inputs that nobody may see; "" ones are left out. */
  readonly secrets: readonly string[];
  /** What the outputs are where the step is ended before it sets them. */
  readonly outputs: Readonly<Record<string, string>>;
};

/** Gives the exit code. */
export type JobBody = () => Promise<number>;

/**
 * Runs a step of a workflow and gives its exit code: secrets are masked before anything is done, the outputs are there
 * however it ends, and what is thrown is shown once, at the run and in its summary. Never green for what failed.
 */
export async function runJob(
  { runner, environment, secrets, outputs }: JobInput,
  body: JobBody,
): Promise<number> {
  const known = [...secrets, ...listSecrets(environment)].filter((value) => value.trim() !== "");
  for (const secret of new Set(known)) runner.mask(secret);
  for (const [name, value] of Object.entries(outputs)) runner.setOutput(name, value);
  try {
    return await body();
  } catch (error) {
    const { code, message, hint } = explainError(error);
    const redact = createRedactor(known);
    const whole = toPlainText(redact(`${message} ${hint}`));
    const text = whole.length <= maxChars ? whole : `${whole.slice(0, maxChars).toWellFormed()}… [cut]`;
    runner.annotate("error", text, code);
    runner.appendSummary(`## Nightshift could not go on\n\n${code}:\n\n${indent(text)}\n`);
    return 1;
  }
}

/** A block of code, in which Markdown has no meaning. */
function indent(text: string): string {
  return text.replaceAll(/^/gm, "    ");
}
