import { type Source, textOf } from "../../syntax/source.ts";
import { childOf, namedChildrenOf, type SyntaxNode } from "../../syntax/syntax-node.ts";
import { renderCallee } from "./read-callee.ts";
import { renderCanonical } from "./render-canonical.ts";

const marker = /(^|\.)(skip|skipif|skipIf|skipUnless|xfail|expectedFailure)$/;
const limit = /(^|\.)(timeout|flaky|retry|repeat|rerun)$/;

/**
 * What the decorators of a test say: rows of `parametrize` where they stand in place, limits, and the rendering of all
 * others. Markers such as `skip` are left out: `find-markers` counts them. Pure.
 */
export function readDecorators(
  decorators: readonly SyntaxNode[],
  source: Source,
): {
  readonly rows: readonly string[] | null;
  readonly limits: ReadonlyMap<string, string>;
  readonly rest: readonly string[];
} {
  const limits = new Map<string, string>();
  const rest: string[] = [];
  let rows: readonly string[] | null = null;
  for (const decorator of decorators) {
    const inner = namedChildrenOf(decorator)[0];
    if (inner === undefined) continue;
    const callee = renderCallee(inner, source);
    const given = inner.type === "call" ? childOf(inner, "arguments") : null;
    const list = given === null ? [] : namedChildrenOf(given);
    const table = callee.endsWith(".parametrize") ? list[1] : undefined;
    if (marker.test(callee)) continue;
    if (limit.test(callee)) {
      const value = list.map((one) => renderCanonical(one, source)).join(" ");
      limits.set(callee.replace(/^.*\./, ""), value);
    } else if (table?.type === "list" || table?.type === "tuple") {
      const others = list.filter((one) => one !== table);
      const names = others.map((one, index) =>
        index === 0 ? renderNames(one, source) : renderCanonical(one, source),
      );
      const head = `parametrize ${names.join(" ")}`;
      rest.push(head);
      rows = [
        ...(rows ?? []),
        ...namedChildrenOf(table).map((row) => `${head}: ${renderCanonical(row, source)}`),
      ];
    } else rest.push(renderCanonical(inner, source));
  }
  return { rows, limits, rest };
}

/** `"a,b"`, `("a", "b")` and `["a", "b"]` name the same parameters. */
function renderNames(node: SyntaxNode, source: Source): string {
  return textOf(node, source)
    .replace(/["'()[\]\s]/g, "")
    .replace(/,$/, "");
}
