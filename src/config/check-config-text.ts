import { checkValues } from "./check-values.ts";
import type { ConfigProblem } from "./config-problem.ts";
import { readYaml, type YamlSource } from "./read-yaml.ts";

/** A config file's text, read as YAML and checked against the schema. Never throws: every problem is in the result. */
export function checkConfigText(
  text: string,
  path: string,
): { readonly source: YamlSource; readonly problems: readonly ConfigProblem[] } {
  const source = readYaml(text, path);
  return { source, problems: findProblems(source) };
}

function findProblems(source: YamlSource): readonly ConfigProblem[] {
  if (source.problems.length > 0) return source.problems;
  if (typeof source.value !== "object" || source.value === null || Array.isArray(source.value)) {
    const found = Array.isArray(source.value) ? "a list" : JSON.stringify(source.value);
    const message = `the file has to be a mapping of keys to values, got ${found}`;
    return [{ source: source.locate([]), key: "", message }];
  }
  return checkValues(source.value, source.locate);
}
