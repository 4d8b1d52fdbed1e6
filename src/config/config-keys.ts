import { z } from "zod";
import { configSchema } from "./schema.ts";

/** A setting that can be given by file, flag or environment. */
export type ConfigKey = {
  /** Dotted path: `stop.maxCycles`. */
  readonly path: string;
  /** Its environment variable: `NIGHTSHIFT_STOP_MAX_CYCLES`. */
  readonly variable: string;
  /** Whether it takes text, which is then never read as YAML. */
  readonly isText: boolean;
  /** Whether it takes a list. */
  readonly isList: boolean;
};

/** The part of JSON Schema that the config's own schema uses. */
export type SchemaNode = {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly items?: SchemaNode;
};

/** The schema of what a config file may hold, as plain data to walk. */
export function readSchemaTree(): SchemaNode {
  return z.toJSONSchema(configSchema, { io: "input" }) as SchemaNode;
}

/**
 * Every setting, in the schema's order. Sections are walked; lists (such as `gates`) are one setting. The variable's
 * name is the path in upper snake case after `NIGHTSHIFT_`.
 */
export function listConfigKeys(): readonly ConfigKey[] {
  return listLeaves(readSchemaTree(), []);
}

function listLeaves(node: SchemaNode, path: readonly string[]): readonly ConfigKey[] {
  if (node.properties === undefined) {
    const variable = `NIGHTSHIFT_${path.map(toUpperSnake).join("_")}`;
    return [
      { path: path.join("."), variable, isText: node.type === "string", isList: node.type === "array" },
    ];
  }
  return Object.entries(node.properties).flatMap(([key, child]) => listLeaves(child, [...path, key]));
}

function toUpperSnake(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
}
