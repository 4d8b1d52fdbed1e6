import { readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { repositoryRoot } from "../config-project.ts";

type Texts = Readonly<Record<string, string>>;
type Inputs = Readonly<Record<string, { readonly default?: string | number | boolean }>>;

/** A step as a workflow's file has it. */
export type Step = {
  readonly id?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly env?: Texts;
  readonly with?: Readonly<Record<string, string | number | boolean>>;
};

/** A job as a workflow's file has it; with `uses` it calls another workflow. */
export type Job = {
  readonly needs?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly permissions: Readonly<Record<string, "read" | "write">>;
  readonly outputs?: Texts;
  readonly steps: readonly Step[];
  readonly with?: Texts;
  readonly secrets?: Texts;
};

/** A workflow's file, as far as it matters to who runs it. */
export type Workflow = {
  readonly on: { readonly workflow_call?: { readonly inputs: Inputs } };
  readonly jobs: Readonly<Record<string, Job>>;
};

/** A workflow from its text. */
export function parseWorkflow(text: string): Workflow {
  return parse(text) as Workflow;
}

/** One of the reusable workflows of this repository, by what stands after `uses:`. */
export function readCalled(uses: string): Workflow {
  const file = /\.github\/workflows\/[\w-]+\.yml/.exec(uses)?.[0] ?? "";
  return parseWorkflow(readFileSync(path.join(repositoryRoot, file), "utf8"));
}

/** Inputs of one of this repository's actions with their defaults; `place` is "" or the folder of the action. */
export function readActionDefaults(place: string): Readonly<Record<string, string>> {
  const text = readFileSync(path.join(repositoryRoot, place, "action.yml"), "utf8");
  return readDefaults((parse(text) as { readonly inputs: Inputs }).inputs);
}

/** What inputs are where nobody gives them. */
export function readDefaults(inputs: Inputs): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(inputs).map(([name, input]) => [name, String(input.default ?? "")]),
  );
}
