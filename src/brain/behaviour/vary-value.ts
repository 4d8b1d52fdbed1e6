import { isSpecial, type ProbeValue } from "./probe-value.ts";

/** Numbers stay below it: a function that counts up to its argument has to end. */
const MAX_NUMBER = 10_000;
const MAX_TEXT = 200;
const MAX_ITEMS = 50;

/** A value of the same type near the given one, or at a boundary of its type: what fast-check calls shrinking, the other way. */
export function varyValue(value: ProbeValue, deps: { random(): number }): ProbeValue {
  if (typeof value === "number") return varyNumber(value, deps);
  if (typeof value === "string") return varyText(value, deps);
  if (typeof value === "boolean") return !value;
  if (value === null || isSpecial(value)) return value;
  return isList(value) ? varyList(value, deps) : varyObject(value, deps);
}

function isList(value: ProbeValue): value is readonly ProbeValue[] {
  return Array.isArray(value);
}

type Random = { random(): number };

function pick<Item>(list: readonly [Item, ...Item[]], { random }: Random): Item {
  return list[Math.floor(random() * list.length)] ?? list[0];
}

function varyNumber(value: number, deps: Random): number {
  const near = pick(
    [0, 1, -1, 2, value + 1, value - 1, -value, value * 2, Math.trunc(value / 2), value * 10],
    deps,
  );
  const varied = Number.isInteger(value) ? near : pick([near, near + 0.5, near - 0.25], deps);
  // -0 is another value in some languages, and in JSON it is none.
  return Math.abs(varied) > MAX_NUMBER || varied === 0 ? 0 : varied;
}

function varyText(value: string, deps: Random): string {
  const at = Math.floor(deps.random() * value.length);
  const varied = pick(
    [
      ...(["", value + value, value.slice(1), value.slice(0, -1), ` ${value}`, `${value} `] as const),
      ...[
        value.toUpperCase(),
        value.toLowerCase(),
        value.slice(0, at) + value.slice(at + 1),
        `${value}é`,
        "0",
        "a-b c",
      ],
    ],
    deps,
  );
  return varied.slice(0, MAX_TEXT).toWellFormed();
}

function varyList(list: readonly ProbeValue[], deps: Random): ProbeValue {
  const at = Math.floor(deps.random() * list.length);
  const changed = list.map((item, index) => (index === at ? varyValue(item, deps) : item));
  const varied = pick<readonly ProbeValue[]>(
    [[], list.slice(0, 1), list.slice(1), list.toReversed(), [...list, ...list], changed, changed, changed],
    deps,
  );
  return varied.slice(0, MAX_ITEMS);
}

/** Keys stay: an object without one of them is of another type. */
function varyObject(value: { readonly [key: string]: ProbeValue }, deps: Random): ProbeValue {
  const keys = Object.keys(value);
  const key = keys[Math.floor(deps.random() * keys.length)];
  const old = key === undefined ? undefined : value[key];
  return key === undefined || old === undefined ? value : { ...value, [key]: varyValue(old, deps) };
}
