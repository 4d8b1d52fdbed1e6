import type { SyntaxNode } from "../../../syntax/syntax-node.ts";

/** What an expression may stand for: something from outside by its name, or a literal or function of the file. */
export type Meaning =
  | { readonly kind: "name"; readonly name: string; readonly origin: "global" | "import" }
  | { readonly kind: "node"; readonly node: SyntaxNode };

/** The canonical name of a member: members of the global object are globals, a module's default is the module. Pure. */
export function memberName(object: string, key: string): string {
  if (object === "globalThis") {
    if (key === "[*]") return "globalThis[*]";
    return ["globalThis", "global", "window", "self"].includes(key) ? "globalThis" : key;
  }
  if (object === "globals()") return key === "[*]" ? "globals()[*]" : key;
  if (key === "__dict__") return object;
  if (key === "constructor" && object.endsWith(".prototype")) return object.slice(0, -".prototype".length);
  if (key === "constructor" && object.startsWith("new ")) return object.slice("new ".length);
  if (key === "__proto__" && object.startsWith("new ")) return `${object.slice("new ".length)}.prototype`;
  if (key === "__proto__" && /^\w+\.prototype$/.test(object)) return "Object.prototype";
  if (object === "builtins" || object === "__builtins__") return key === "[*]" ? `${object}[*]` : key;
  if (key === "default" && !object.startsWith("new ")) return object;
  if (key === "[*]") return object.endsWith("[*]") ? object : `${object}[*]`;
  // `node = node.next` would go on for ever.
  const isRepeated = object.endsWith(`.${key}`) || object.includes(`.${key}.`);
  return isRepeated && !/^(constructor|prototype|__proto__)$/.test(key) ? object : `${object}.${key}`;
}
