import { digest } from "../domain/digest.ts";
import type { Operator } from "./operator.ts";

/** Changes when the operators would give other edits on the same source: digest of their names and versions. */
export function findOperatorSetVersion(operators: readonly Operator[]): string {
  return digest(...operators.map(({ name, version }) => `${name}@${version}`).toSorted()).slice(0, 16);
}
