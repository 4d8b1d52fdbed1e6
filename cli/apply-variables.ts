import { usageError } from "../src/domain/errors.ts";
import type { CommonOptions } from "./common-options.ts";

/** Options as flags gave them: a log format is there only when it was asked for. */
export type GivenOptions = Omit<CommonOptions, "logFormat"> & Partial<Pick<CommonOptions, "logFormat">>;

const variables = [
  { name: "NIGHTSHIFT_ROOT", key: "root", flag: "--root" },
  { name: "NIGHTSHIFT_CONFIG", key: "config", flag: "--config" },
  { name: "NIGHTSHIFT_LOG_FORMAT", key: "logFormat", flag: "--log-format" },
] as const;

/**
 * The options with what `NIGHTSHIFT_ROOT`, `NIGHTSHIFT_CONFIG` and `NIGHTSHIFT_LOG_FORMAT` say: like every setting, the
 * environment overrides a flag, and a notice tells so. An empty variable counts as not set. Pure.
 *
 * Throws the usage error `UNKNOWN_LOG_FORMAT`.
 */
export function applyVariables<Options extends GivenOptions>(
  given: Options,
  environment: Readonly<Record<string, string | undefined>>,
): { readonly options: Options & CommonOptions; readonly notices: readonly string[] } {
  const found = variables.flatMap(({ name, key, flag }) => {
    const value = environment[name] ?? "";
    return value === "" ? [] : [{ name, key, flag, value }];
  });
  const notices = found
    .filter(({ key, value }) => given[key] !== undefined && given[key] !== value)
    .map(
      ({ name, flag, value }) =>
        `${name} in the environment overrides ${flag}: it is ${JSON.stringify(value)}`,
    );
  const values = Object.fromEntries(found.map(({ key, value }) => [key, value]));
  const logFormat = checkLogFormat(values.logFormat ?? given.logFormat ?? "text");
  return { options: { ...given, ...values, logFormat }, notices };
}

function checkLogFormat(value: string): CommonOptions["logFormat"] {
  if (value === "text" || value === "json") return value;
  throw usageError({
    code: "UNKNOWN_LOG_FORMAT",
    message: `NIGHTSHIFT_LOG_FORMAT is ${JSON.stringify(value)}, which is no log format.`,
    hint: "Set it to text or json, or unset it.",
  });
}
