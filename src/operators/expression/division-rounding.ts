import { languages } from "../../syntax/language.ts";
import { textOf } from "../../syntax/source.ts";
import { bracketOperand } from "../bracket.ts";
import type { Operator } from "../operator.ts";
import { readBinary } from "../read-binary.ts";
import { readCall } from "../read-call.ts";
import { replaceNode } from "../replace-node.ts";

const rounding = /^(?:floor|ceil|round|trunc|int)$/;

/** Mends a division that is rounded the wrong way, or not at all: `total // size` for the pages that hold them all. */
export const divisionRounding: Operator = {
  name: "division-rounding",
  version: 1,
  prior: 0.5,
  languages,
  *find(node, { source }) {
    const binary = readBinary(node, source);
    if (binary === null || (binary.sign !== "/" && binary.sign !== "//")) return;
    const [left, right] = [bracketOperand(binary.left, source), bracketOperand(binary.right, source)];
    const around = node.parent?.parent ? readCall(node.parent.parent, source) : null;
    const isRounded = around !== null && rounding.test(around.name);
    const text = textOf(node, source);
    const isUp = /- 1\)$/.test(left);
    if (source.language === "python") {
      if (!isUp)
        yield replaceNode(node, `(${left} + ${right} - 1) // ${right}`, source, {
          weight: binary.sign === "//" ? 0.8 : 0.4,
        });
      if (binary.sign === "//") yield replaceNode(node, `round(${left} / ${right})`, source, { weight: 0.5 });
      else if (!isRounded) yield replaceNode(node, `round(${text})`, source, { weight: 0.3 });
      if (binary.sign === "//") yield replaceNode(node, `int(${left} / ${right})`, source, { weight: 0.4 });
      return;
    }
    if (isRounded) return;
    for (const [name, weight] of [
      ["floor", 0.9],
      ["ceil", 0.6],
      ["round", 0.6],
      ["trunc", 0.4],
    ] as const) {
      yield replaceNode(node, `Math.${name}(${text})`, source, { weight });
    }
  },
};
