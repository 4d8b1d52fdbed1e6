import { applyVariant } from "./apply-variant.ts";
import type { BodyWriter } from "./body-writer.ts";

/** Turns of loops and calls in one variation: what takes more is taken for endless. */
const MAX_TURNS = 20_000;
/** What sources call at each turn, where it is defined. */
export const scriptTurn = "globalThis.nightshiftTurn?.()";
const counting = `globalThis.nightshiftTurn = ((count) => () => { if ((count += 1) > ${MAX_TURNS}) throw new Error("endless"); })(0);`;
/** What a collection holds is not seen from outside of it. */
const open =
  "((value) => (value instanceof Map || value instanceof Set ? [value.constructor.name, ...value] : value))";

/** Writes bodies in JavaScript and TypeScript. */
export const scriptWriter: BodyWriter = {
  around({ isCalled, isAwaited }, id) {
    const name = JSON.stringify(id);
    return {
      before: `try { __nightshift_note(${name}, ${open}(${isAwaited ? "await " : ""}(${isCalled ? "(" : ""}`,
      after: `${isCalled ? ")()" : ""}))); } ${noteError(name)}`,
    };
  },
  write(body, variants, source) {
    const isBlock = body.node.type === "statement_block";
    const parts = variants.map((variant) => {
      const text = applyVariant(body, variant, source);
      return `${counting} try ${isBlock ? text : `{ ${text} }`} ${noteError(JSON.stringify(`${variant.id}:end`))}`;
    });
    return `{ ${parts.join("\n")}\nglobalThis.nightshiftTurn = undefined; }`;
  },
};

function noteError(name: string): string {
  return `catch (nightshiftError) { __nightshift_note(${name}, "throws " + nightshiftError?.name); }`;
}
