import { languages } from "../../syntax/language.ts";
import { bracketObject, bracketOperand } from "../bracket.ts";
import type { Operator } from "../operator.ts";
import { readBinary } from "../read-binary.ts";
import { replaceNode } from "../replace-node.ts";

/** Mends an equality of the wrong kind: with NaN, of floating point numbers, of arrays and objects, of letters in another case. */
export const equalityKind: Operator = {
  name: "equality-kind",
  version: 1,
  prior: 0.35,
  languages,
  isRepairOnly: true,
  *find(node, { source, names }) {
    const binary = readBinary(node, source);
    if (binary === null || !/^[!=]==?$/.test(binary.sign)) return;
    const { left, right } = binary;
    const isNot = binary.sign.startsWith("!");
    const [first, second] = [bracketOperand(left, source), bracketOperand(right, source)];
    const [type, other] = [names.typeOf(left), names.typeOf(right)];
    if (type === "null" || other === "null" || type === "boolean" || other === "boolean") return;
    const isPython = source.language === "python";
    const not = isNot ? (isPython ? "not " : "!") : "";
    if (/^(?:Number\.)?NaN$/.test(second)) {
      yield replaceNode(node, `${not}Number.isNaN(${first})`, source);
      return;
    }
    const isText = type === "string" || other === "string";
    const isNumber = type === "number" || other === "number";
    const isPlace = /^(?:unknown|array|object)$/.test(type) && /^(?:unknown|array|object)$/.test(other);
    const sign = isNot ? ">=" : "<";
    if (isNumber && !/^-?\d+$/.test(second)) {
      yield replaceNode(node, `${isPython ? "" : "Math."}abs(${first} - ${second}) ${sign} 1e-9`, source, {
        weight: 0.5,
      });
    }
    if (!isNumber && !isPython && isPlace) {
      yield replaceNode(node, `JSON.stringify(${first}) ${binary.sign} JSON.stringify(${second})`, source, {
        weight: type === "array" ? 0.8 : 0.2,
      });
    }
    if (isNumber || (!isText && type !== "unknown")) return;
    const lower = (text: string) => `${text}.${isPython ? "lower" : "toLowerCase"}()`;
    const [a, b] = [bracketObject(left, source), bracketObject(right, source)];
    const weight = isText ? 0.5 : 0.2;
    yield replaceNode(node, `${lower(a)} ${binary.sign} ${lower(b)}`, source, { weight });
    yield replaceNode(node, `${lower(a)} ${binary.sign} ${second}`, source, { weight: weight / 2 });
  },
};
