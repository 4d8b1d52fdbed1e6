import { languages } from "../../syntax/language.ts";
import { textOf } from "../../syntax/source.ts";
import { isValue } from "../is-value.ts";
import type { Operator } from "../operator.ts";
import { readCall } from "../read-call.ts";
import { replaceNode } from "../replace-node.ts";

const parts = /^[gs]et(?:UTC)?(?:FullYear|Month|Date|Day|Hours|Minutes|Seconds|Milliseconds)$/;

/** Mends a part of a date: months count from 0 in JavaScript, local time for UTC, `.seconds` for `total_seconds()`, the wrong unit of a timedelta. */
export const datePart: Operator = {
  name: "date-part",
  version: 1,
  prior: 0.5,
  languages,
  *find(node, { source }) {
    const call = readCall(node, source);
    if (source.language === "python") {
      const member =
        node.type === "attribute" ? /^(.*)\.(seconds|microseconds)$/s.exec(textOf(node, source)) : null;
      if (member !== null && isValue(node)) yield replaceNode(node, `${member[1]}.total_seconds()`, source);
      if (call?.name === "weekday") yield replaceNode(call.nameNode, "isoweekday", source);
      if (call?.name === "isoweekday") yield replaceNode(call.nameNode, "weekday", source);
      const unit = node.type === "keyword_argument" ? node.children[0] : undefined;
      const units = ["days", "hours", "minutes", "seconds", "weeks", "milliseconds"];
      if (unit === undefined || !units.includes(textOf(unit, source))) return;
      for (const other of units) yield replaceNode(unit, other, source, { weight: 0.6 });
      return;
    }
    if (call === null) return;
    if (call.object !== null && parts.test(call.name)) {
      const other = call.name.includes("UTC")
        ? call.name.replace("UTC", "")
        : call.name.replace(/^([gs]et)/, "$1UTC");
      yield replaceNode(call.nameNode, other, source, { weight: 0.9 });
      if (/^get.*Month$/.test(call.name) && isValue(node))
        yield replaceNode(node, `(${textOf(node, source)} + 1)`, source, { weight: 0.9 });
      if (/^get.*Day$/.test(call.name) && isValue(node))
        yield replaceNode(node, `(${textOf(node, source)} + 6) % 7`, source, { weight: 0.4 });
    }
    const isDate = call.isNew && call.name === "Date";
    if (!isDate && call.name !== "UTC") return;
    const [, month] = call.values;
    if (month !== undefined)
      yield replaceNode(month, `${textOf(month, source)} - 1`, source, { weight: 0.9 });
    if (isDate && call.values.length > 1)
      yield replaceNode(node, `new Date(Date.UTC${textOf(call.list, source)})`, source, { weight: 0.9 });
  },
};
