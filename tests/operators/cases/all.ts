import { apiCases } from "./api.ts";
import type { OperatorCase } from "./case.ts";
import { compoundCases } from "./compound.ts";
import { expressionCases } from "./expression.ts";
import { statementCases } from "./statement.ts";
import { synthesisCases } from "./synthesis.ts";

/** Every table of cases; a new one is a line here. */
export const allCases: readonly OperatorCase[] = [
  ...expressionCases,
  ...apiCases,
  ...statementCases,
  ...synthesisCases,
  ...compoundCases,
];
