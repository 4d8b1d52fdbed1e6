import type { SourceParser } from "../../syntax/parse-source.ts";
import { type Source, textOf } from "../../syntax/source.ts";
import { childOf, namedChildrenOf, type SyntaxNode, walkTree } from "../../syntax/syntax-node.ts";
import type { ImportedModule } from "./imported-module.ts";
import { listTextImports } from "./list-text-imports.ts";

/**
 * The modules that a file imports by name, in every form that its language has. Imports of what is computed are not
 * among them. By syntax tree, or by the text where there is none.
 */
export async function listImports(
  path: string,
  text: string,
  parser: SourceParser,
): Promise<readonly ImportedModule[]> {
  const outcome = await parser.parse(path, text);
  if (outcome.status === "skipped") return listTextImports(path, text);
  const { source } = outcome;
  const read = source.language === "python" ? readPythonImport : readScriptImport;
  return [...walkTree(source.root)].flatMap((node) =>
    read(node, source).map((specifier) => ({ specifier, line: node.line })),
  );
}

function readScriptImport(node: SyntaxNode, source: Source): readonly string[] {
  switch (node.type) {
    case "import_statement":
    case "import_require_clause":
    case "export_statement":
      return literalOf(childOf(node, "source"), source);
    case "call_expression": {
      const called = childOf(node, "function");
      const name = called === null ? "" : textOf(called, source).replace(/\s+|\?/g, "");
      const isImport =
        /^(import|require|(module|module\.constructor|require)\.(require|resolve|_load))$/.test(name);
      const list = childOf(node, "arguments");
      return isImport && list !== null ? literalOf(namedChildrenOf(list)[0] ?? null, source) : [];
    }
    default:
      return [];
  }
}

function readPythonImport(node: SyntaxNode, source: Source): readonly string[] {
  switch (node.type) {
    case "import_statement":
      return node.children
        .filter(({ field }) => field === "name")
        .map((name) => textOf(childOf(name, "name") ?? name, source));
    case "import_from_statement": {
      const module = childOf(node, "module_name");
      return module === null ? [] : [textOf(module, source)];
    }
    case "call": {
      const called = childOf(node, "function");
      const isImport = called !== null && /(^|\.)(import_module|__import__)$/.test(textOf(called, source));
      const list = childOf(node, "arguments");
      return isImport && list !== null ? literalOf(namedChildrenOf(list)[0] ?? null, source) : [];
    }
    default:
      return [];
  }
}

/** The text of a literal without parts that are computed. */
function literalOf(node: SyntaxNode | null, source: Source): readonly string[] {
  if (node === null || !/^(string|template_string)$/.test(node.type)) return [];
  const isComputed = node.children.some(
    ({ type }) => type === "template_substitution" || type === "interpolation",
  );
  return isComputed ? [] : [textOf(node, source).replace(/^\w*["'`]+|["'`]+$/g, "")];
}
