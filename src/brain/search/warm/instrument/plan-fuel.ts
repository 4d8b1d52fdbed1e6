import { type Source, textOf } from "../../../../syntax/source.ts";
import { childOf, type SyntaxNode, walkTree } from "../../../../syntax/syntax-node.ts";

/** Text to put in at an offset. */
export type Insertion = { readonly at: number; readonly text: string };

const loops = new Set(["for_statement", "for_in_statement", "while_statement", "do_statement"]);
const functions = new Set([
  ...["function_declaration", "function_expression", "generator_function", "generator_function_declaration"],
  ...["arrow_function", "method_definition"],
]);
const TICK = "__nightshift_tick()";

/**
 * Where a script has to count its turns: at the start of each loop's body and of each function. A body that is no block
 * becomes one. Lines stay as they are. In the order in which they are to be put in. Pure.
 */
export function planFuel(source: Source): readonly Insertion[] {
  const opening: Insertion[] = [];
  const closing: Insertion[] = [];
  for (const node of walkTree(source.root)) {
    const isFunction = functions.has(node.type);
    const body = isFunction || loops.has(node.type) ? childOf(node, "body") : null;
    if (body === null) continue;
    if (body.type === "statement_block")
      opening.push({ at: findStart(body, isFunction, source), text: `${TICK};` });
    else {
      const [before, after] = isFunction ? [`(${TICK}, `, ")"] : [`{${TICK};`, "}"];
      opening.push({ at: body.start, text: before });
      closing.push({ at: body.end, text: after });
    }
  }
  // What is inside ends first, and ends ahead of what begins at the same place.
  return [...closing.reverse(), ...opening].toSorted((a, b) => a.at - b.at);
}

/** Behind the brace, and behind a function's directives, which have to come first. */
function findStart(block: SyntaxNode, isFunction: boolean, source: Source): number {
  let at = block.start + 1;
  for (const statement of isFunction ? block.children.slice(1) : []) {
    const isDirective = statement.type === "expression_statement" && statement.children[0]?.type === "string";
    if (!isDirective) break;
    // Without its semicolon it would take what follows for a part of it.
    if (!textOf(statement, source).endsWith(";")) return block.start + 1;
    at = statement.end;
  }
  return at;
}
