import { languages } from "../../syntax/language.ts";
import { textOf } from "../../syntax/source.ts";
import type { SyntaxNode } from "../../syntax/syntax-node.ts";
import type { Operator, OperatorContext } from "../operator.ts";
import { replaceNode } from "../replace-node.ts";
import type { TextEdit } from "../text-edit.ts";

/** Mends text that is put together wrongly: an f-string without its f, `"${x}"` in plain quotes, a format with other digits or alignment. */
export const textBuilding: Operator = {
  name: "text-building",
  version: 1,
  prior: 0.5,
  languages,
  isRepairOnly: true,
  *find(node, context) {
    if (node.type === "string") yield* interpolate(node, context);
    if (node.type === "format_specifier") yield* changeFormat(node, context);
    if (node.type === "interpolation" || node.type === "template_substitution")
      yield* changeHole(node, context);
  },
};

function* interpolate(node: SyntaxNode, { source, names }: OperatorContext): Generator<TextEdit> {
  const text = textOf(node, source);
  if (node.field === "source" || node.field === "key") return;
  const isPython = source.language === "python";
  const form = isPython ? /\{([A-Za-z_]\w*)/g : /\$\{([A-Za-z_$][\w$]*)/g;
  const used = [...text.matchAll(form)].map(([, name = ""]) => name);
  if (!used.some((name) => names.declarationOf(name, node) !== null || name === "self" || name === "this"))
    return;
  if (isPython && /^["']/.test(text)) yield replaceNode(node, `f${text}`, source);
  if (!isPython) yield replaceNode(node, `\`${text.slice(1, -1).replaceAll("`", "\\`")}\``, source);
}

/** Digits after the point, width, fill and side. */
function* changeFormat(node: SyntaxNode, { source }: OperatorContext): Generator<TextEdit> {
  const text = textOf(node, source);
  if (node.children.some(({ type }) => type === "format_expression")) return;
  const offer = (code: string, weight: number) => replaceNode(node, code, source, { weight });
  const digits = /\.(\d+)/.exec(text)?.[1];
  if (digits !== undefined) {
    for (const step of [1, -1]) {
      if (Number(digits) + step >= 0)
        yield offer(text.replace(`.${digits}`, `.${Number(digits) + step}`), 0.8);
    }
  }
  const side = /[<>^]/.exec(text)?.[0];
  if (side !== undefined)
    for (const other of ["<", ">", "^"]) if (other !== side) yield offer(text.replace(side, other), 0.7);
  const width = /^:[^.]*?(\d+)/.exec(text)?.[1];
  if (width !== undefined && !width.startsWith(".")) {
    const plain = Number(width);
    for (const other of [plain + 1, plain - 1])
      if (other > 0)
        yield offer(text.replace(width, width.startsWith("0") ? `0${other}` : String(other)), 0.6);
    yield offer(text.replace(width, width.startsWith("0") ? String(plain) : `0${width}`), 0.7);
  }
}

/** A conversion or a usual format that is missing. */
function* changeHole(node: SyntaxNode, { source, names }: OperatorContext): Generator<TextEdit> {
  const inner = node.children.find((child) => child.isNamed);
  if (inner === undefined) return;
  if (source.language === "python") {
    if (node.children.some(({ type }) => type === "format_specifier" || type === "type_conversion")) return;
    const isNumber = names.typeOf(inner) === "number";
    for (const [format, weight] of [
      [":02d", 0.5],
      [":.2f", 0.5],
      [":,", 0.3],
      [":.1f", 0.3],
      ["!r", 0.3],
    ] as const) {
      yield {
        start: inner.end,
        end: inner.end,
        replacement: format,
        summary: `write it as ${format}`,
        weight: isNumber || format === "!r" ? weight : weight / 2,
      };
    }
    return;
  }
  const text = textOf(inner, source);
  if (!/^(?:identifier|member_expression|call_expression|subscript_expression)$/.test(inner.type)) return;
  yield replaceNode(inner, `String(${text}).padStart(2, "0")`, source, { weight: 0.4 });
  if (names.typeOf(inner) === "number")
    yield replaceNode(inner, `${text}.toFixed(2)`, source, { weight: 0.4 });
}
