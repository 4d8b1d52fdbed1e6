import type { PolicyContext } from "../policy-rule.ts";
import type { CodeFacts } from "./code/code-facts.ts";
import { type CodeFamily, codeFamilyOf } from "./code/code-family.ts";
import { readCode } from "./code/read-code.ts";
import { findInText } from "./find-in-text.ts";
import { makeSmell } from "./make-smell.ts";
import type { Smell, SmellDetector, SmellyNames } from "./smell.ts";

/** Smells of one side of a file, and whether a syntax tree showed them. */
type FileSmells = { readonly smells: readonly Smell[]; readonly isParsed: boolean };

/** All that a detector sees in a file; by text where there is no syntax tree. */
export async function findSmells(
  { path, text }: { readonly path: string; readonly text: string | null },
  detector: SmellDetector,
  context: Pick<PolicyContext, "parser" | "facts">,
): Promise<FileSmells> {
  const family = text === null ? null : codeFamilyOf(path, text);
  if (text === null || family === null) return { smells: [], isParsed: true };
  const facts = await readCode({ path, text }, context);
  if (facts !== null && (family === "script" || family === "python"))
    return { smells: findInCode(facts, detector, family), isParsed: true };
  return { smells: findInText(text, detector, family), isParsed: false };
}

function findInCode(
  facts: CodeFacts,
  detector: SmellDetector,
  family: CodeFamily & ("script" | "python"),
): readonly Smell[] {
  const named = detector[family].flatMap((smelly) => {
    const pattern = patternOf(smelly);
    const references = [...facts.referencesByName].flatMap(([name, all]) => (pattern.test(name) ? all : []));
    const inOrder = references.sort((a, b) => a.node.start - b.node.start);
    return inOrder.flatMap(({ name, use, origin, node }) =>
      (origin === "import" || smelly.isImported !== true) && (smelly.uses?.includes(use) ?? true)
        ? [
            makeSmell(facts, node, {
              does: `${smelly.does} (${name})`,
              kind: smelly.does,
              isImport: use === "import",
              isUsualInTests: smelly.isUsualInTests ?? false,
              ...(smelly.severity === undefined ? {} : { severity: smelly.severity }),
            }),
          ]
        : [],
    );
  });
  return [...named, ...(detector.find?.(facts) ?? [])];
}

function patternOf({ names, isExact = false }: SmellyNames): RegExp {
  const parts = names.map((name) => name.replace(/[.[\]()$+?^]/g, "\\$&").replace(/\*(?!\])/g, "[^.]*"));
  return new RegExp(
    `^(?:${parts.join("|").replaceAll("\\[*\\]", "\\[\\*\\]")})${isExact ? "$" : "(?:$|[.[])"}`,
    "u",
  );
}
