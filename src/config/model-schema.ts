import { z } from "zod";
import { modelProviders } from "../domain/model-provider.ts";

const provider = z.enum(modelProviders);
const baseUrl = z.string().default("");

const fallbackSchema = z
  .strictObject({
    provider,
    model: z.string().min(1),
    baseUrl: baseUrl.describe("The provider's own without it."),
    for: z
      .array(z.string().min(1))
      .default([])
      .describe("Purposes of calls or kinds of work items that it is for; all without it."),
  })
  .describe("A further model.");

/** The models that the `llm` brain asks. Keys are no part of it: they come from the environment alone. */
export const modelSchema = z
  .strictObject({
    provider: provider.default("openai").describe("Whose model it is; says where it is asked and how."),
    model: z.string().default("").describe("Name of the model, as the provider calls it."),
    baseUrl: baseUrl.describe(
      "Where it is asked, such as `http://localhost:8000/v1`; without it the provider's own, or what its variable says.",
    ),
    temperature: z
      .number()
      .min(0)
      .max(2)
      .nullable()
      .default(0.1)
      .describe("Low is steady; left out where a model refuses it. Null: the model's own."),
    maxOutputTokens: z
      .int()
      .min(256)
      .max(200_000)
      .default(16_000)
      .describe("What one reply may take, reasoning too. Budgets reckon with it before each call."),
    timeoutSeconds: z
      .number()
      .positive()
      .max(290)
      .default(240)
      .describe("How long one reply may take. Node.js itself ends a silent request after 300."),
    maxSteps: z
      .int()
      .min(1)
      .max(500)
      .default(40)
      .describe("Replies in one conversation about a work item; what the model has by then is refused."),
    models: z
      .array(fallbackSchema)
      .default([])
      .describe("Further models, asked in this order where one before is out, refuses or has no quota left."),
  })
  .describe("The models of the `llm` brain. Their keys come from the environment alone.");

/** What models cost where the built-in table does not know, or knows otherwise. */
export const pricesSchema = z
  .record(
    z.string().min(1),
    z.strictObject({
      input: z.number().min(0),
      cached: z.number().min(0).optional(),
      output: z.number().min(0),
    }),
  )
  .describe(
    "What models cost, by `model` or `provider/model`: `input`, `cached` and `output` in US dollars for a million tokens.",
  );
