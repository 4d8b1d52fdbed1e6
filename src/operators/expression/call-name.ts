import { languages } from "../../syntax/language.ts";
import { textOf } from "../../syntax/source.ts";
import { childOf } from "../../syntax/syntax-node.ts";
import type { Operator } from "../operator.ts";
import { replaceNode } from "../replace-node.ts";

/** Members of the same object that are tried, the most alike. */
const MAX_MEMBERS = 6;

/** Names of the languages' own libraries that people confuse; each stands for the others of its group. */
const scriptGroups = [
  ["min", "max"],
  ["floor", "ceil", "round", "trunc"],
  ["push", "unshift"],
  ["pop", "shift"],
  ["slice", "splice", "substring", "substr"],
  ["startsWith", "endsWith", "includes"],
  ["indexOf", "lastIndexOf"],
  ["find", "findLast", "filter"],
  ["findIndex", "findLastIndex"],
  ["some", "every"],
  ["map", "forEach", "flatMap", "filter"],
  ["reduce", "reduceRight"],
  ["padStart", "padEnd"],
  ["trim", "trimStart", "trimEnd"],
  ["toUpperCase", "toLowerCase"],
  ["replace", "replaceAll"],
  ["match", "matchAll", "test", "exec"],
  ["keys", "values", "entries"],
  ["has", "get"],
  ["add", "delete"],
  ["concat", "push"],
  ["sort", "toSorted"],
  ["reverse", "toReversed"],
  ["getDate", "getDay", "getUTCDate"],
  ["getMonth", "getUTCMonth"],
  ["getFullYear", "getUTCFullYear"],
  ["getHours", "getUTCHours"],
  ["setDate", "setUTCDate"],
  ["parseInt", "parseFloat", "Number"],
  ["all", "allSettled", "race", "any"],
  ["call", "apply", "bind"],
  ["length", "size"],
  ["isNaN", "isFinite", "isInteger"],
  ["toFixed", "toPrecision"],
  ["charAt", "charCodeAt", "at"],
  ["Map", "Set"],
  ["Map", "WeakMap"],
  ["stringify", "parse"],
  ["max", "hypot"],
  ["set", "add"],
  ["keys", "getOwnPropertyNames"],
  ["setTimeout", "setImmediate", "setInterval"],
  ["clearTimeout", "clearInterval"],
  ["on", "once"],
  ["resolve", "reject"],
  ["then", "catch", "finally"],
  ["sqrt", "cbrt"],
  ["log", "log2", "log10"],
  ["sin", "cos"],
  ["encodeURIComponent", "encodeURI"],
  ["decodeURIComponent", "decodeURI"],
];
const pythonGroups = [
  ["min", "max", "sum"],
  ["floor", "ceil", "round", "trunc"],
  ["append", "extend", "insert"],
  ["startswith", "endswith"],
  ["find", "rfind", "index", "rindex"],
  ["split", "rsplit", "splitlines"],
  ["partition", "rpartition"],
  ["strip", "lstrip", "rstrip"],
  ["removeprefix", "removesuffix"],
  ["upper", "lower", "title", "capitalize"],
  ["ljust", "rjust", "center"],
  ["keys", "values", "items"],
  ["any", "all"],
  ["sorted", "reversed", "list"],
  ["add", "discard", "remove"],
  ["union", "intersection", "difference"],
  ["update", "setdefault"],
  ["difference", "difference_update"],
  ["intersection", "intersection_update"],
  ["union", "update"],
  ["extend", "extendleft"],
  ["isdigit", "isnumeric", "isdecimal"],
  ["isupper", "islower"],
  ["upper", "casefold", "lower"],
  ["popitem", "pop"],
  ["heappop", "heappush", "heappushpop", "heapreplace"],
  ["bisect_left", "bisect_right", "bisect"],
  ["permutations", "combinations", "product"],
  ["zip", "zip_longest"],
  ["copy", "deepcopy"],
  ["seconds", "days"],
  ["gcd", "lcm"],
  ["mean", "median"],
  ["pop", "popleft"],
  ["append", "appendleft"],
  ["int", "float", "str", "round"],
  ["isdigit", "isalpha", "isalnum"],
  ["get", "pop"],
  ["match", "search", "fullmatch"],
  ["enumerate", "zip"],
  ["datetime", "date"],
];

/** Mends a call or attribute with the wrong name: `min` for `max`, `append` for `extend`, `this.first` for `this.last`. */
export const callName: Operator = {
  name: "call-name",
  version: 2,
  prior: 0.8,
  languages,
  *find(node, { source, names }) {
    const isMember = node.field === "property" || node.field === "attribute";
    const isCalled = node.type === "identifier" && node.field === "function";
    if (!isMember && !isCalled) return;
    const current = textOf(node, source);
    const others = new Map<string, number>();
    for (const group of source.language === "python" ? pythonGroups : scriptGroups) {
      if (group.includes(current)) for (const other of group) if (!others.has(other)) others.set(other, 1);
    }
    const object = isMember && node.parent !== null ? childOf(node.parent, "object") : null;
    const isMethod = node.parent?.field === "function";
    const members = (object === null ? [] : names.membersOf(textOf(object, source)))
      .filter((member) => names.isMethod(member) === isMethod)
      .map((member) => ({ member, weight: 0.3 + 0.5 * names.similarity(member, current) }))
      .toSorted((a, b) => b.weight - a.weight || (a.member < b.member ? -1 : 1))
      .slice(0, MAX_MEMBERS + 1);
    for (const { member, weight } of members) if (!others.has(member)) others.set(member, weight);
    others.delete(current);
    for (const [other, weight] of others) {
      yield replaceNode(node, other, source, { weight, summary: `use ${other} instead of ${current}` });
    }
  },
};
