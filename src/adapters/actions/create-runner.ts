import { randomUUID } from "node:crypto";
import { appendFileSync } from "node:fs";

/** The machine that runs a step of a workflow, as far as the step talks to it. */
export type Runner = {
  /** An input of the action, trimmed; "" where it was not given. */
  readInput(name: string): string;
  /** From now on the log shows `***` in its place, whoever prints it. */
  mask(secret: string): void;
  setOutput(name: string, value: string): void;
  annotate(level: "error" | "warning" | "notice", message: string, title?: string): void;
  /** Lines of the log that the page shows folded. What is in `lines` has to be harmless already. */
  openGroup(title: string): void;
  closeGroup(): void;
  print(text: string): void;
  appendSummary(markdown: string): void;
};

/** Where the runner is told things. */
export type RunnerStreams = {
  readonly environment: Readonly<Record<string, string | undefined>>;
  write(text: string): unknown;
};

/**
 * The runner by its workflow commands and files
 * (https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands). Where it names no file for outputs
 * or for the summary, as on a machine of one's own, they are printed.
 */
export function createRunner({ environment, write }: RunnerStreams): Runner {
  const print = (text: string): void => void write(`${text}\n`);
  const command = (name: string, value: string, properties = ""): void =>
    print(`::${name}${properties}::${escapeData(value)}`);
  const append = (variable: string, text: string): void => {
    const file = environment[variable] ?? "";
    if (file === "") print(text.trimEnd());
    else appendFileSync(file, text);
  };
  return {
    print,
    readInput: (name) => environment[`INPUT_${name.toUpperCase()}`]?.trim() ?? "",
    mask: (secret) => {
      // A secret of several lines is printed line by line.
      for (const line of new Set([secret, ...secret.split(/\r?\n/)])) {
        if (line.trim() !== "") command("add-mask", line);
      }
    },
    setOutput: (name, value) => {
      // A value may hold whatever a repository holds: only an end that nobody can guess is its end.
      const end = `end-${randomUUID()}`;
      append("GITHUB_OUTPUT", `${name}<<${end}\n${value}\n${end}\n`);
    },
    annotate: (level, message, title) =>
      command(level, message, title === undefined ? "" : ` title=${escapeProperty(title)}`),
    openGroup: (title) => command("group", title),
    closeGroup: () => print("::endgroup::"),
    appendSummary: (markdown) => append("GITHUB_STEP_SUMMARY", markdown),
  };
}

function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
