import type { NightshiftError } from "../src/domain/errors.ts";
import { toPlainJson, toPlainText } from "../src/report/plain-text.ts";

/** Where a command's words go: the result to standard output, everything else to standard error. */
export type Output = {
  /** The command's result. Under `--json` the value, else the text. */
  result(value: { readonly json: unknown; readonly text: string }): void;
  /** A line for the person who watches; a JSON line with `--log-format json`. */
  note(message: string): void;
  /** Something that a person should act on. */
  warn(message: string, hint: string): void;
  error(error: NightshiftError): void;
};

/** What `createOutput` writes to. */
export type OutputStreams = {
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
};

/** Makes an `Output`. With `isJson` standard output holds nothing but the result, as one JSON document. */
export function createOutput(
  streams: OutputStreams,
  options: { readonly isJson: boolean; readonly logFormat: "text" | "json" },
): Output {
  const log = (level: string, message: string, details: Readonly<Record<string, string>> = {}): void => {
    if (options.logFormat === "json") {
      streams.stderr.write(`${toPlainJson({ level, message, ...details })}\n`);
      return;
    }
    const hint = details.hint === undefined || details.hint === "" ? "" : `\n  ${details.hint}`;
    streams.stderr.write(`${level === "info" ? "" : `${level}: `}${toPlainText(message + hint)}\n`);
  };
  return {
    result: ({ json, text }) => {
      const rendered = options.isJson ? toPlainJson(json, 2) : toPlainText(text);
      streams.stdout.write(rendered.endsWith("\n") ? rendered : `${rendered}\n`);
    },
    note: (message) => log("info", message),
    warn: (message, hint) => log("warning", message, { hint }),
    error: (error) => log("error", error.message, { code: error.code, hint: error.hint }),
  };
}
