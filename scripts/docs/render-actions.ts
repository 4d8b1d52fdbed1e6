import { readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { nameAction } from "../../src/name-action.ts";
import { row } from "./row.ts";

const root = path.join(import.meta.dirname, "..", "..");
const actions = ["", "verify", "publish"] as const;

const described = z.object({ description: z.string() });
const actionSchema = z.object({
  inputs: z.record(
    z.string(),
    described.extend({ required: z.boolean().default(false), default: z.string().optional() }),
  ),
  outputs: z.record(z.string(), described),
});

/** Inputs and outputs of the actions as tables, from their files. */
export function renderActions(): string {
  return `${actions.map(renderAction).join("\n\n")}\n`;
}

function renderAction(folder: string): string {
  const text = readFileSync(path.join(root, folder, "action.yml"), "utf8");
  const { inputs, outputs } = actionSchema.parse(parse(text));
  const given = Object.entries(inputs).map(([name, { description, required, default: usual }]) =>
    row([`\`${name}\``, description, required ? "required" : usual === undefined ? "" : `\`${usual}\``]),
  );
  const told = Object.entries(outputs).map(([name, { description }]) => row([`\`${name}\``, description]));
  return [
    `#### \`${nameAction(folder)}\``,
    "",
    row(["input", "meaning", "default"]),
    row(["---", "---", "---"]),
    ...given,
    "",
    row(["output", "meaning"]),
    row(["---", "---"]),
    ...told,
  ].join("\n");
}
