import type { z } from "zod";
import { listConfigKeys, readSchemaTree, type SchemaNode } from "./config-keys.ts";
import type { ConfigPath, ConfigProblem } from "./config-problem.ts";
import { describeIssue } from "./describe-issue.ts";
import { findNearest } from "./find-nearest.ts";
import { formatPath } from "./format-path.ts";
import { configSchema } from "./schema.ts";

/** Tells where a value came from, so that a problem can name the place. */
export type Locate = (path: ConfigPath, what: "key" | "value") => ConfigProblem["source"];

/** Every problem that plain data has as a config, in the order in which it stands in the data. */
export function checkValues(values: unknown, locate: Locate): readonly ConfigProblem[] {
  const result = configSchema.safeParse(values);
  if (result.success) return [];
  return result.error.issues.flatMap((issue) => explainIssue(issue, values, locate)).toSorted(byPosition);
}

function explainIssue(issue: z.core.$ZodIssue, values: unknown, locate: Locate): readonly ConfigProblem[] {
  const path = issue.path.map((part) => (typeof part === "number" ? part : String(part)));
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => {
      const source = locate([...path, key], "key");
      if (isModelKey(path, key)) return { source, key: formatPath([...path, key]), message: noModelKeys };
      const suggestion = suggestKey(path, key);
      return {
        source,
        key: formatPath([...path, key]),
        message: "unknown key",
        ...(suggestion === undefined ? {} : { suggestion }),
      };
    });
  }
  const value = readPath(values, path);
  const suggestion =
    issue.code === "invalid_value" && typeof value === "string"
      ? findNearest(value, issue.values.map(String))
      : undefined;
  return [
    {
      source: locate(path, "value"),
      key: formatPath(path),
      message: describeIssue(issue, value),
      ...(suggestion === undefined ? {} : { suggestion }),
    },
  ];
}

const noModelKeys = "keys of models come from the environment alone; remove it here, and make a new one";

/** A key to a provider that someone wrote into the file, where everybody can read it. */
function isModelKey(section: ConfigPath, key: string): boolean {
  return section[0] === "brain" && /key|token|secret|password|credential/i.test(key);
}

/** A key near by in the same section, else the setting elsewhere that has this very name. */
function suggestKey(section: ConfigPath, key: string): string | undefined {
  let node: SchemaNode | undefined = readSchemaTree();
  for (const part of section) node = typeof part === "number" ? node?.items : node?.properties?.[part];
  const neighbour = findNearest(key, Object.keys(node?.properties ?? {}));
  if (neighbour !== undefined) return neighbour;
  const settings = listConfigKeys().filter(({ path }) => path.includes("."));
  const names = settings.map(({ path }) => path.slice(path.lastIndexOf(".") + 1));
  const name = findNearest(key, names);
  return name === undefined ? undefined : settings[names.indexOf(name)]?.path;
}

function readPath(values: unknown, path: ConfigPath): unknown {
  let value = values;
  for (const part of path) {
    if (typeof value !== "object" || value === null) return undefined;
    value = Reflect.get(value, part);
  }
  return value;
}

function byPosition(left: ConfigProblem, right: ConfigProblem): number {
  if (left.source.kind !== "file" || right.source.kind !== "file") return 0;
  return left.source.line - right.source.line || left.source.column - right.source.column;
}
