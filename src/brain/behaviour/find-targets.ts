import type { FileEdit } from "../../domain/candidate.ts";
import { listFunctions, type NamedFunction } from "../../operators/list-functions.ts";
import { listPythonExports } from "../../policy/scope/list-python-exports.ts";
import { listScriptExports } from "../../policy/scope/list-script-exports.ts";
import type { SourceParser } from "../../syntax/parse-source.ts";
import type { Source } from "../../syntax/source.ts";
import { listParameters, type Parameter } from "./list-parameters.ts";

/** Functions that are called for each candidate; those that are changed themselves come first. */
const MAX_TARGETS = 5;

/** An exported function that candidates may have given another behaviour. */
export type ProbeTarget = {
  readonly path: string;
  /** As it is exported; "default" for a default export. */
  readonly name: string;
  readonly runtime: "node" | "python";
  /** As the base declares them. */
  readonly parameters: readonly Parameter[];
};

/**
 * The exported functions, in files that candidates change and the base has, that can be called by name: those with another
 * text in some candidate first, then their neighbours, which may call what is changed. Methods of classes are none.
 */
export async function findTargets(
  candidates: readonly (readonly FileEdit[])[],
  deps: { readonly parser: SourceParser; readBase(path: string): Promise<string | null> },
): Promise<readonly ProbeTarget[]> {
  const changed: ProbeTarget[] = [];
  const others: ProbeTarget[] = [];
  for (const path of new Set(candidates.flat().map((edit) => edit.path))) {
    const base = await parse(path, await deps.readBase(path), deps);
    if (base === null) continue;
    const texts = candidates.flat().filter((edit) => edit.path === path);
    const versions = await Promise.all(texts.map(({ content }) => parse(path, content, deps)));
    for (const { name, fn } of listExported(base)) {
      const parameters = listParameters(fn.node, base);
      const runtime = base.language === "python" ? "python" : "node";
      const isChanged = versions.some((version) => version !== null && textOf(version, fn.name) !== fn.text);
      (isChanged ? changed : others).push({ path, name, runtime, parameters });
    }
  }
  return [...changed, ...others].slice(0, MAX_TARGETS);
}

async function parse(
  path: string,
  text: string | null,
  { parser }: { readonly parser: SourceParser },
): Promise<Source | null> {
  const outcome = text === null ? null : await parser.parse(path, text);
  return outcome?.status === "parsed" ? outcome.source : null;
}

function textOf(source: Source, name: string): string | undefined {
  return listFunctions(source).find((fn) => fn.name === name)?.text;
}

function listExported(source: Source): readonly { readonly name: string; readonly fn: NamedFunction }[] {
  const functions = listFunctions(source);
  const { exported } = source.language === "python" ? listPythonExports(source) : listScriptExports(source);
  return [...new Set(exported.map(({ name }) => name))].flatMap((name) => {
    const ways = [name, `exports.${name}`, `module.exports.${name}`];
    const fn = functions.find((known) => (name === "default" ? isDefault(known) : ways.includes(known.name)));
    return fn === undefined ? [] : [{ name, fn }];
  });
}

function isDefault({ node: { parent } }: NamedFunction): boolean {
  return parent?.type === "export_statement" && parent.children.some(({ type }) => type === "default");
}
