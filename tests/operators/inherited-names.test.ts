import { expect, it } from "vitest";
import { applyOperators } from "../../src/operators/apply-operators.ts";
import { operators } from "../../src/operators/registry.ts";
import { createSourceParser } from "../../src/syntax/parse-source.ts";

/** Names that every object has without having been given them. */
const sources: Readonly<Record<string, string>> = {
  "names.js": `class constructor {
  constructor(toString) { this.valueOf = toString; this.hasOwnProperty = {}; }
  toString() { return this.valueOf.toString(); }
  isPrototypeOf(constructor) { return constructor.constructor(this.constructor) || toString(valueOf); }
}
function hasOwnProperty(valueOf, __proto__) {
  let constructor = new Map(), toString = new constructor();
  if (valueOf && !toString.constructor) { valueOf.constructor += 1; constructor.toString.push(valueOf); }
  for (const toString of valueOf) constructor[toString] = hasOwnProperty(toString, __proto__);
  return valueOf.valueOf === "constructor" ? toString.constructor() : __proto__;
}
`,
  "names.ts": `export type toString = { constructor: valueOf; hasOwnProperty?: constructor };
export function valueOf(constructor: toString, hasOwnProperty: constructor[] = []): toString {
  const toString: hasOwnProperty = constructor.toString() as constructor;
  if (!constructor) return toString;
  hasOwnProperty.constructor.push(toString);
  return valueOf(constructor.valueOf(), [toString]);
}
`,
  "names.py": `class constructor:
    def __init__(self, toString, hasOwnProperty: valueOf = None):
        self.toString = toString
        self.constructor = {}

    def valueOf(self, constructor) -> toString:
        if constructor and not self.toString:
            self.constructor[constructor] = toString(constructor)
            self.hasOwnProperty.append(constructor)
        return constructor.toString(self.valueOf(constructor))
`,
};

it.each(Object.entries(sources))("operators take names of %s for names", async (path, text) => {
  const parsed = await createSourceParser().parse(path, text);
  if (parsed.status === "skipped") throw new Error(parsed.reason);
  const edits = [...applyOperators(parsed.source, operators)];
  expect(edits.length).toBeGreaterThan(100);
  expect(edits.filter(({ replacement }) => /native code|\[object/.test(replacement))).toEqual([]);
});
