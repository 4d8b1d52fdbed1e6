import { childOf, namedChildrenOf, type SyntaxNode } from "../../syntax/syntax-node.ts";
import type { CodeFacts } from "./code/code-facts.ts";
import { makeSmell } from "./make-smell.ts";
import type { Smell } from "./smell.ts";

const readsOne = "reads an environment variable that it did not read before";
const countsAll = "looks through the environment";
const environment = /^(process\.env|import\.meta\.env|Deno\.env|Bun\.env|os\.environb?)$/;
/** Variables by which users and deployments set up any program; `?? "default"` is how they are read. */
const settings =
  /^(NO_COLOR|FORCE_COLOR|COLORTERM|TERM|COLUMNS|LINES|PORT|DEBUG|LOG_LEVEL|EDITOR|VISUAL|PAGER|SHELL|XDG_\w+|APPDATA|LOCALAPPDATA|TMPDIR|TEMP|TMP|PATH|PATHEXT|ComSpec|COMSPEC|SystemRoot|SYSTEMROOT|windir|NODE_ENV|MODE)$/;

/**
 * Reads of environment variables, each by its own name, so that only those are new which the file did not read; and
 * ways to count or search all of them. Pure.
 */
export function findEnvironmentReads(facts: CodeFacts): readonly Smell[] {
  return facts.references.flatMap(({ name, use, node }) => {
    if (use === "write" || use === "import") return [];
    const [, member] = /^(?:process\.env|import\.meta\.env|Bun\.env|os\.environ)\.(\w+)$/.exec(name) ?? [];
    const variable = nameOfVariable(facts, name, node) ?? (name.startsWith("os.") ? undefined : member);
    if (variable !== undefined)
      return settings.test(variable) ? [] : [tell(facts, node, `${readsOne} (${variable})`)];
    return environment.test(name) && isCounted(facts, node)
      ? [makeSmell(facts, node, { does: `${countsAll} (${name})`, kind: countsAll })]
      : [];
  });
}

function tell(facts: CodeFacts, node: SyntaxNode, does: string): Smell {
  return makeSmell(facts, node, { does, kind: does });
}

/** `os.getenv("X")`, `os.environ.get("X")`, `os.environ["X"]`, `Deno.env.get("X")`. */
function nameOfVariable(facts: CodeFacts, name: string, node: SyntaxNode): string | undefined {
  const isCall = /^(os\.getenv|os\.environ\.(get|pop)|Deno\.env\.get)$/.test(name);
  const above = node.parent;
  if (above === null) return undefined;
  const asked = isCall
    ? namedChildrenOf(childOf(above, "arguments") ?? above)[0]
    : /^os\.environ\b/.test(name) && node.type === "subscript"
      ? childOf(node, "subscript")
      : undefined;
  const value = asked == null ? undefined : facts.foldValue(asked);
  if (typeof value === "string") return value;
  const [, part] = /^os\.environ(?:\[["']?|\.)(\w+)["']?\]?$/.exec(name) ?? [];
  return part !== undefined && !/^(get|pop|copy|items|keys|values|update|setdefault)$/.test(part)
    ? part
    : undefined;
}

/** `Object.keys(process.env)`, `len(os.environ)`, `"X" in os.environ`, a loop over it; a copy for a child is none. */
function isCounted(facts: CodeFacts, node: SyntaxNode): boolean {
  const above = node.parent;
  if (above === null) return false;
  if (
    /^(for_in_statement|for_statement|for_in_clause|comparison_operator|binary_expression)$/.test(above.type)
  )
    return true;
  if (!/^(arguments|argument_list)$/.test(above.type)) return false;
  const callee = above.parent === null ? null : childOf(above.parent, "function");
  const called = callee === null ? "" : facts.source.text.slice(callee.start, callee.end);
  return /^(Object\.(keys|values|entries|getOwnPropertyNames)|Reflect\.\w+|JSON\.stringify|len|sorted|list|str|repr|any|all|sum|set)$/.test(
    called,
  );
}
