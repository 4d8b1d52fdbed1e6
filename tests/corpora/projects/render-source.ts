import type { Domain, Fix } from "./domain.ts";
import type { ProjectKind, SourceChange } from "./project.ts";

/** What a source file is made of. */
export type SourceParts = {
  readonly kind: ProjectKind;
  readonly domain: Domain;
  readonly functionName: string;
  readonly untestedName: string;
  readonly isTyped: boolean;
};

/** The text of a module: a function with a body, and a second one that no test calls. */
export function renderSource(
  parts: SourceParts,
  fix: Fix,
  { top = "", bottom = "" }: SourceChange = {},
): string {
  return parts.kind.language === "py"
    ? renderPython(parts, fix, { top, bottom })
    : renderScript(parts, fix, { top, bottom });
}

type Around = { readonly top: string; readonly bottom: string };

function renderScript(
  { kind, domain, functionName, untestedName, isTyped }: SourceParts,
  fix: Fix,
  { top, bottom }: Around,
): string {
  const parameters = domain.parameters.map(({ name, type }) => (isTyped ? `${name}: ${type}` : name));
  const returns = isTyped ? `: ${domain.returns}` : "";
  const exported = kind.modules === "esm" ? "export " : "";
  const label = isTyped ? "value: unknown): string" : "value)";
  const parts = [
    top,
    `/** ${domain.summary} */\n${exported}function ${functionName}(${parameters.join(", ")})${returns} {\n${indent(fix.body, "  ")}\n}`,
    fix.helper ?? "",
    `/** For people who read a log. */\n${exported}function ${untestedName}(${label} {\n  return \`${domain.module}: \${value}\`;\n}`,
    `/** Entries on a sheet of paper. */\n${exported}const sheet = 40;`,
    bottom,
    kind.modules === "cjs" ? `module.exports = { ${functionName}, ${untestedName}, sheet };` : "",
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

function renderPython(
  { domain, functionName, untestedName }: SourceParts,
  fix: Fix,
  { top, bottom }: Around,
): string {
  const parameters = domain.parameters.map(({ name }) => name).join(", ");
  const parts = [
    `def ${functionName}(${parameters}):\n    """${domain.summary}"""\n${indent(fix.body, "    ")}`,
    fix.helper ?? "",
    `def ${untestedName}(value):\n    """For people who read a log.\n\n    >>> ${untestedName}(1)\n    '${domain.module}: 1'\n    """\n    return f"${domain.module}: {value}"`,
    bottom,
  ];
  const head = `"""About ${domain.module}."""\n${top === "" ? "" : `\n${top}\n`}`;
  return `${head}\n\n${parts.filter((part) => part !== "").join("\n\n\n")}\n`;
}

function indent(text: string, by: string): string {
  return text
    .split("\n")
    .map((line) => (line === "" ? line : by + line))
    .join("\n");
}
