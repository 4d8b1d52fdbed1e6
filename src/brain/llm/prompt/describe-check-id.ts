import { cleanLine } from "./clean-line.ts";

/** The identity of a check or finding for a reader: `test/cart.test.js: cart > gives regulars ten percent off`. Pure. */
export function describeCheckId(id: string, maxChars: number): string {
  return cleanLine(readParts(id), maxChars);
}

function readParts(id: string): string {
  try {
    const [first, ...others]: readonly unknown[] = JSON.parse(id);
    const names = others.filter((part) => part !== "").map(String);
    return names.length === 0 ? String(first) : `${first}: ${names.join(" > ")}`;
  } catch {
    return id;
  }
}
