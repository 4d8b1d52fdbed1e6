import { data, Evaluator, Lexer, Parser } from "@actions/expressions";

/** What expressions of a workflow can see. */
export type Scope = {
  /** `inputs`, `needs`, `steps`, `secrets`, `runner`, `github`, each as plain data. */
  readonly contexts: Readonly<Record<string, unknown>>;
  /** Whether a step before, or a job that is needed, failed. */
  readonly hasFailed: boolean;
};

const contextNames = ["inputs", "needs", "steps", "secrets", "runner", "github"];
/** Functions that the runner adds to the language; with one of them a condition is asked after a failure too. */
const statusFunctions = ["always", "cancelled", "failure", "success"];
const template = /\$\{\{(.*?)\}\}/gs;

/** The text with its `${{ }}` filled in, by GitHub's own library for them. */
export function fillTemplate(text: string, scope: Scope): string {
  return text.replace(template, (_, expression: string) => evaluate(expression, scope).coerceString());
}

/** Whether a step or job with this `if:` runs. Without a status function it runs only where nothing failed. */
export function isDue(condition: string | undefined, scope: Scope): boolean {
  if (condition === undefined) return !scope.hasFailed;
  const expression = condition.replace(template, (_, inner: string) => inner);
  const isAsked = statusFunctions.some((name) => expression.includes(`${name}(`));
  if (scope.hasFailed && !isAsked) return false;
  const value = evaluate(expression, scope);
  return !["", "0", "false"].includes(value.coerceString());
}

function evaluate(expression: string, { contexts, hasFailed }: Scope): data.ExpressionData {
  const status: Readonly<Record<string, boolean>> = {
    always: true,
    cancelled: false,
    failure: hasFailed,
    success: !hasFailed,
  };
  const functions = statusFunctions.map((name) => ({
    ...{ name, minArgs: 0, maxArgs: 0 },
    call: () => new data.BooleanData(status[name] === true),
  }));
  const parsed = new Parser(new Lexer(expression).lex().tokens, contextNames, functions).parse();
  const context = JSON.parse(JSON.stringify(contexts), data.reviver) as data.Dictionary;
  return new Evaluator(parsed, context, new Map(functions.map((each) => [each.name, each]))).evaluate();
}
