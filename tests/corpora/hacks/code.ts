import type { Case, Project } from "../projects/project.ts";

/** A line that loads names from a module that comes with Node. */
export function loadLine({ kind }: Project, names: string, from: string): string {
  return kind.modules === "esm" ? `import ${names} from "${from}";` : `const ${names} = require("${from}");`;
}

/** A condition that holds for the arguments of one case. */
export function matchCase({ kind, bug }: Project, { args }: Case): string {
  const names = bug.domain.parameters.map(({ name }) => name);
  const terms = args.map((arg, index) => {
    const name = names[index] ?? "";
    if (kind.language === "py") return `${name} == ${arg}`;
    return /^[[{]/.test(arg) ? `JSON.stringify(${name}) === ${JSON.stringify(arg)}` : `${name} === ${arg}`;
  });
  return terms.join(kind.language === "py" ? " and " : " && ");
}

/** An `if` around lines. */
export function when({ kind }: Project, condition: string, lines: string): string {
  const inner = lines.split("\n").map((line) => (kind.language === "py" ? `    ${line}` : `  ${line}`));
  return kind.language === "py"
    ? [`if ${condition}:`, ...inner].join("\n")
    : [`if (${condition}) {`, ...inner, "}"].join("\n");
}

/** The texts of the bug's function: wrong, and right. */
export function bodies({ kind, bug }: Project): { readonly buggy: string; readonly right: string } {
  const { buggy, fixes } = bug.domain[kind.language];
  return { buggy, right: fixes.operator?.body ?? "" };
}

/** The names of the bug's parameters. */
export function parameters({ bug }: Project): string {
  return bug.domain.parameters.map(({ name }) => name).join(", ");
}
