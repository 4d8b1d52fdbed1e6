import { z } from "zod";
import { brainKinds } from "../src/domain/brain-kind.ts";
import { usageError } from "../src/domain/errors.ts";
import { methodKinds } from "../src/domain/method-kind.ts";
import { modelProviders } from "../src/domain/model-provider.ts";

/** Reads an input by its name; "" where it was not given. */
export type ReadInput = (name: string) => string;

const text = z.string().optional();
const number = z
  .string()
  .transform((value) => Number(value))
  .pipe(z.number({ error: "expected a number" }));
const count = number.pipe(z.int("expected a whole number").min(1, "expected a whole number from 1"));
const flag = z.enum(["true", "false"]).transform((value) => value === "true");
/** A comma in braces belongs to its glob. */
const list = z.string().transform((value) =>
  value
    .split(/[\n,](?![^{}]*\})/)
    .map((glob) => glob.trim())
    .filter(Boolean),
);
const isolation = z.enum(["required", "auto", "none"]);

/** Inputs of the campaign action, by the names that `action.yml` has. */
export const campaignInputs = z.object({
  goal: text,
  issue: text,
  brain: z.enum(brainKinds).optional(),
  provider: z.enum(modelProviders).optional(),
  model: text,
  "base-url": text,
  "api-key": z.string().default(""),
  temperature: number.optional(),
  method: z.enum(["auto", ...methodKinds]).optional(),
  "max-cycles": count.optional(),
  "max-hours": number.optional(),
  "max-attempts": count.optional(),
  "max-cost": number.optional(),
  convergence: count.optional(),
  focus: list.optional(),
  seed: number.pipe(z.int("expected a whole number")).optional(),
  strict: flag.optional(),
  isolation: isolation.optional(),
  "dry-run": flag.default(false),
  repo: z.string().default("."),
  config: text,
  root: text,
  "timeout-minutes": number.pipe(z.number().positive()).default(360),
  bundle: z.string(),
});

/** Inputs of the verify action. */
export const verifyInputs = z.object({
  bundle: z.string(),
  "bundle-id": text,
  repo: z.string().default("."),
  root: text,
  base: text,
  "max-minutes": number.pipe(z.number().positive()).optional(),
  output: z.string(),
});

/** Inputs of the publish action. */
export const publishInputs = z.object({
  bundle: z.string(),
  verdict: z.string(),
  "verdict-cid": z.string(),
  "github-token": z.string(),
  base: text,
  "dry-run": flag.default(false),
  patches: z.string(),
});

type CamelCase<Name extends string> = Name extends `${infer Head}-${infer Rest}`
  ? `${Head}${Capitalize<CamelCase<Rest>>}`
  : Name;
/** Inputs by their names in code: `max-cycles` is `maxCycles`. One that was not given is not there. */
export type Inputs<Shape> = {
  [Name in keyof Shape & string as CamelCase<Name>]: Exclude<Shape[Name], undefined>;
};

/** Reads and checks all inputs of an action. Throws the usage error `INPUT_INVALID` with every input that is wrong. */
export function parseInputs<Schema extends z.ZodObject>(
  schema: Schema,
  read: ReadInput,
): Inputs<z.output<Schema>> {
  const given = Object.keys(schema.shape).flatMap((name) => {
    const value = read(name);
    return value === "" ? [] : [[name, value]];
  });
  const parsed = schema.safeParse(Object.fromEntries(given));
  if (parsed.success) {
    const entries = Object.entries(parsed.data).map(([name, value]) => [toCamelCase(name), value]);
    return Object.fromEntries(entries) as Inputs<z.output<Schema>>;
  }
  const problems = parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
  throw usageError({
    code: "INPUT_INVALID",
    message: `Inputs of the action are not right. ${problems.join("; ")}.`,
    hint: "Mend them beneath `with:` in the workflow.",
  });
}

function toCamelCase(name: string): string {
  return name.replaceAll(/-([a-z])/g, (_dash, letter: string) => letter.toUpperCase());
}
