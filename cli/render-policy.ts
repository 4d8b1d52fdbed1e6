import type { ArmDescription } from "../src/memory/policy/describe-policy.ts";

/** What a search operator is held to be worth before anything is earned, by its name; null for what is none. */
export type FindBuiltIn = (operator: string) => number | null;

/**
 * The policy as a table for people. `weight` multiplies the built-in prior of an operator, and its product is what the
 * search ranks by; the other arms have none. Pure.
 */
export function renderPolicy(rows: readonly ArmDescription[], findBuiltIn: FindBuiltIn): string {
  if (rows.length === 0) return "Memory holds no rewards yet: no attempt was judged.";
  const width = Math.max(...rows.map(({ arm }) => arm.length));
  const tables = [...Map.groupBy(rows, ({ itemKind }) => itemKind)].map(([itemKind, arms]) =>
    [
      itemKind,
      `  ${"arm".padEnd(width)}  tries  mean  90 % between   chance  weight`,
      ...arms.map((row) => `  ${row.arm.padEnd(width)}  ${renderRow(row, findBuiltIn)}`),
    ].join("\n"),
  );
  return tables.join("\n\n");
}

function renderRow(
  { arm, tries, mean, low, high, chance, weight }: ArmDescription,
  findBuiltIn: FindBuiltIn,
): string {
  const between = `${low.toFixed(2)} and ${high.toFixed(2)}`;
  const share = `${Math.round(chance * 100)} %`;
  const [, operator] = /^operator:(.*)$/s.exec(arm) ?? [];
  const prior = operator === undefined ? null : findBuiltIn(operator);
  const ranked = prior === null ? "" : ` × prior ${prior.toFixed(2)} = ${(weight * prior).toFixed(2)}`;
  return `${String(tries).padStart(5)}  ${mean.toFixed(2)}  ${between}  ${share.padStart(6)}    ${weight.toFixed(2)}${ranked}`;
}
