// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the samples are programs.

/** A program that holds much of what its grammar knows, so that every operator finds something in it. */
export type Sample = { readonly path: string; readonly text: string };

const script = `#!/usr/bin/env node
"use strict";
const { min, max: most = 3 } = Math;
const UNITS = { s: 1, min: 60, "h": 3600, [min]: 2 };
let counter = 0, label = 'größe 😀';

class Queue {
  #items = [];
  static limit = 10n;
  constructor(size = 5, options) { this.size = size; this.options = options ?? {}; this.head = 0; }
  get length() { return this.#items.length; }
  add(item, ...rest) {
    if (!item || this.#items.length >= this.size) throw new RangeError(\`full: \${this.size}, \${label}\`);
    this.#items.push(item, ...rest);
    this.head = this.head + 1;
    return this.#items.indexOf(item) > 0;
  }
  *[Symbol.iterator]() { for (const item of this.#items) yield item; yield this.#items.slice(0, 2); }
}

function parse(text, separator = ",", isStrict) {
  const rows = [];
  let [row, field] = [[], ""];
  for (let i = 0; i < text.length - 1; i++) {
    const letter = text[i];
    if (letter === separator && i % 2 !== 0) { row.push(field.trim()); field = ""; continue; }
    else if (letter == null || /^[a-z]+\\d{2,3}$/gi.test(letter)) break;
    field += letter;
  }
  rows.sort((a, b) => a.length - b.length || a[0].localeCompare(b[0]));
  return rows.map((cells) => ({ cells, total: cells.reduce((sum, { n = 0 }) => sum + n * 2, 0) }));
}

const sum = (a, b = 1) => a + b / 2 - -a;
const pick = (o, key) => (key in o ? o[key] : o?.[key]?.name ?? null);
async function load(urls, fetcher) {
  const all = await Promise.all(urls.map(async (url) => fetcher(url.toLowerCase(), 10)));
  urls.forEach(async (url) => { await fetcher(url); });
  try { counter += all.length; } catch (error) { console.error(error.message); } finally { counter--; }
  do { counter >>= 1; } while (counter > 100 && !urls.isEmpty);
  switch (counter) { case 1: return all.at(-1); default: delete UNITS.s; }
  const grid = [[1, 2], [3, 4]], x = 1, y = 0;
  for (const key in UNITS) if (typeof UNITS[key] === "object") grid[x][y] = parseInt(key) || Number(new Date(2020, 1, 1).getMonth());
  setTimeout(load(urls), 1000);
  return (x - y) % grid.length === 0 ? Math.max(x, y) : Math.floor(sum(x, y));
}
`;
const typed = `enum Kind { Low = 1, High }
interface Point { readonly x: number; y?: number }
type Pair<T> = readonly [T, T];
const LIMIT = 10 as const;
function logged(target: unknown, context: unknown) { return target as never; }

@logged
class Box<T extends Point> {
  private readonly items: T[] = [];
  constructor(public size: number, protected name?: string) {}
  @logged
  add(item: T, at: number = 0): boolean {
    if (this.items.length > this.size) return false;
    this.items.splice(at, 0, item);
    return item!.x === (item.y ?? 0) && this.name?.length !== LIMIT;
  }
  find(test: (item: T) => boolean): T | undefined { return this.items.find((item) => test(item)); }
  async all(): Promise<Pair<number>> { const [a, b] = [this.size, this.items.length]; return [a, b] satisfies Pair<number>; }
}
export const area = ({ x, y = 1 }: Point, scale?: number): number => x * y * (scale || 1);
export function kindOf(n: number): Kind { return n < LIMIT ? Kind.Low : Kind.High; }
const cache = new Map<string, number[]>();
export function collect(key: string, n: number): number[] {
  const known = cache.get(key);
  if (known === undefined) cache.set(key, [n]); else known.push(n);
  for (const [name, list] of cache) if (name !== key) list.length = 0;
  return [...(cache.get(key) ?? [])].sort();
}
`;
const jsx = `export function List({ items, isOpen = true, onPick }: { items: string[]; isOpen?: boolean; onPick(item: string): void }) {
  const shown = items.filter((item) => item.length > 1).slice(0, 10);
  if (!isOpen) return null;
  return (
    <ul className="list" title={\`\${shown.length} of \${items.length}\`} hidden={shown.length === 0}>
      {shown.map((item, index) => <li key={index + 1} onClick={() => onPick(item)}>{index % 2 === 0 ? item.toUpperCase() : item} é</li>)}
    </ul>
  );
}
`;
const python = `import math
import re
from datetime import timedelta
from functools import lru_cache

LIMIT: int = 10


class Stack:
    """Holds items."""

    kind = 'stack'

    def __init__(self, size=5, items=[], *rest, name: str = "größe", **options):
        self.size = size
        self.items = items
        self.name = name

    @property
    def is_empty(self) -> bool:
        return not self.items

    def push(self, item, times=1):
        if item is None or len(self.items) >= self.size:
            raise ValueError(f"full: {self.size:>3} {item!r} {times:.1f}")
        for _ in range(1, times + 1):
            self.items.append(item)
        return self.items[-1], self.items[1:-1]

    @lru_cache(maxsize=None)
    def depth(self, node, seen=()):
        if node in seen and node not in self.items:
            return 0
        return 1 + max((self.depth(child, seen) for child in node.children if child), default=0)


def parse(text, separator=",", strict=False):
    rows, field = [], ''
    while (at := text.find(separator)) > 0 and 0 < at <= LIMIT:
        field, text = text[:at].strip(), text[at + 1:]
        if field == '' or re.match(r'^[a-z]+\\d*$', field):
            continue
        elif field.isdigit():
            rows.append(int(field))
        else:
            rows.extend(field.split(' '))
            break
    counts = {}
    for index, row in enumerate(rows):
        counts[row] = counts.get(row, 0) + 1
    try:
        total = sum(counts.values()) // len(rows) % 7 - -1
    except (ZeroDivisionError, KeyError) as error:
        total = 0 if strict else None
    with open(__file__) as file:
        lines = [line.rstrip() for line in file if line]
    grid = [[0] * 3 for _ in range(3)]
    grid[0][1] = math.floor(total / 2) if total else abs(LIMIT)
    best = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]), reverse=True)
    lines.sort()
    return {"rows": rows, 'best': best[0:2], **counts}, timedelta(days=1).seconds


async def walk(tree, visit):
    for child in tree:
        yield await visit(child)
    del tree[0]
`;

/** Each grammar once, and one more with other line ends and a byte order mark. */
export const samples: readonly Sample[] = [
  { path: "a.js", text: script },
  { path: "b.js", text: `\uFEFF${script.replace(/^#!.*\n/, "").replaceAll("\n", "\r\n")}` },
  { path: "a.ts", text: typed },
  { path: "a.tsx", text: jsx },
  { path: "a.py", text: python },
  { path: "b.py", text: python.replaceAll("    ", "\t").replaceAll("\n", "\r\n") },
];
