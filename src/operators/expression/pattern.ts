import { scriptLanguages } from "../../syntax/language.ts";
import { textOf } from "../../syntax/source.ts";
import { childOf } from "../../syntax/syntax-node.ts";
import type { Operator } from "../operator.ts";
import { replaceNode } from "../replace-node.ts";

const classes: Readonly<Record<string, string>> = {
  "\\d": "\\D",
  "\\D": "\\d",
  "\\w": "\\W",
  "\\W": "\\w",
  "\\s": "\\S",
  "\\S": "\\s",
};

/** Mends a regular expression: a missing or wrong flag, `+` for `*`, a missing anchor, an inverted class. */
export const pattern: Operator = {
  name: "pattern",
  version: 1,
  prior: 0.5,
  languages: scriptLanguages,
  *find(node, { source }) {
    if (node.type !== "regex") return;
    const body = childOf(node, "pattern");
    if (body === null) return;
    const text = textOf(body, source);
    const flagNode = childOf(node, "flags");
    const flags = flagNode === null ? "" : textOf(flagNode, source);
    const offer = (newText: string, newFlags: string, weight: number) =>
      replaceNode(node, `/${newText}/${newFlags}`, source, { weight });
    for (const flag of ["g", "i", "m", "u"]) {
      const changed = flags.includes(flag) ? flags.replace(flag, "") : `${flags}${flag}`;
      yield offer(text, changed, flag === "g" ? 1 : 0.5);
    }
    yield text.startsWith("^") ? offer(text.slice(1), flags, 0.4) : offer(`^${text}`, flags, 0.5);
    yield text.endsWith("$") ? offer(text.slice(0, -1), flags, 0.4) : offer(`${text}$`, flags, 0.5);
    for (const { 0: sign, index } of text.matchAll(/(?<!\\)[+*]/g)) {
      yield offer(`${text.slice(0, index)}${sign === "+" ? "*" : "+"}${text.slice(index + 1)}`, flags, 0.5);
      yield offer(`${text.slice(0, index)}${text.slice(index + 1)}`, flags, 0.2);
    }
    for (const { 0: found, index } of text.matchAll(/(?<=[\w\])}])(?=$|[)\\[])/g)) {
      if (found === "") yield offer(`${text.slice(0, index)}+${text.slice(index)}`, flags, 0.3);
    }
    for (const { 0: found, index } of text.matchAll(/\\[dDwWsS]/g)) {
      yield offer(`${text.slice(0, index)}${classes[found]}${text.slice(index + 2)}`, flags, 0.3);
    }
  },
};
