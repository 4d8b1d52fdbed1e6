import { expect, it } from "vitest";
import { findOpenPromotions } from "../../src/campaign/find-open-promotions.ts";
import type { CommitInfo } from "../../src/ports.ts";

type Row = readonly [name: string, trailers: Readonly<Record<string, string>>];

/** A history along first parents, newest first; `rows` oldest first. */
function history(...rows: readonly Row[]): readonly CommitInfo[] {
  return rows
    .map(([hash, trailers], at) => ({
      hash,
      tree: `tree-${hash}`,
      parents: [rows[at - 1]?.[0] ?? "merged"],
      subject: hash,
      body: "",
      trailers,
      at: "2026-11-21T03:00:00.000Z",
    }))
    .toReversed();
}

const promotion = { "Nightshift-Campaign": "c", "Nightshift-Cycle": "1", "Nightshift-Item": "i" };
const rebuild = (...carried: readonly string[]) => ({
  "Nightshift-Campaign": "c",
  "Nightshift-Sacred": "merged",
  "Nightshift-Carried": carried.join(" ") || "none",
});
const rollback = (target: string) => ({ "Nightshift-Rollback": target });

function names(...rows: readonly Row[]) {
  const { open, strangers } = findOpenPromotions(history(...rows));
  return { open: open.map(({ hash }) => hash), strangers: strangers.map(({ hash }) => hash) };
}

it("finds promotions in the order they were made", () => {
  expect(names(["p1", promotion], ["p2", promotion])).toEqual({ open: ["p1", "p2"], strangers: [] });
  expect(names()).toEqual({ open: [], strangers: [] });
});

it("takes of a rebuild what it carried, and nothing that it left out", () => {
  const { open } = names(["p1", promotion], ["p2", promotion], ["r", rebuild("p2")], ["p3", promotion]);
  expect(open).toEqual(["p2", "p3"]);
  expect(names(["p1", promotion], ["r", rebuild()]).open).toEqual([]);
});

it("forgets what a rollback undid, and finds it again when the rollback is undone", () => {
  const undone: readonly Row[] = [
    ["p1", promotion],
    ["p2", promotion],
    ["b", rollback("p1")],
  ];
  expect(names(...undone).open).toEqual(["p1"]);
  expect(names(...undone, ["p3", promotion]).open).toEqual(["p1", "p3"]);
  expect(names(...undone, ["u", rollback("p2")]).open).toEqual(["p1", "p2"]);
});

it("has nothing open when a rollback went back to what sacred has merged", () => {
  expect(names(["p1", promotion], ["b", rollback("merged")]).open).toEqual([]);
});

it("ends on trailers that point to themselves, forward or nowhere", () => {
  expect(names(["b", rollback("b")]).open).toEqual([]);
  expect(names(["b", rollback("p1")], ["p1", promotion]).open).toEqual(["p1"]);
  expect(names(["r", rebuild("nowhere", "r")]).open).toEqual([]);
});

it("names commits of others on top of ours, and not those beneath", () => {
  expect(names(["old", {}], ["p1", promotion], ["hand", {}], ["p2", promotion], ["top", {}])).toEqual({
    open: ["p1", "p2"],
    strangers: ["hand", "top"],
  });
  expect(names(["old", {}], ["older", {}]).strangers).toEqual([]);
});

it("takes no commit with some of the trailers for a promotion", () => {
  expect(names(["half", { "Nightshift-Campaign": "c", "Nightshift-Cycle": "1" }]).open).toEqual([]);
});
