import { z } from "zod";

const artifactLocation = z
  .object({ uri: z.string(), uriBaseId: z.string(), index: z.number().int() })
  .partial();
const level = z.enum(["none", "note", "warning", "error"]);

const result = z.object({
  ruleId: z.string().optional(),
  ruleIndex: z.number().int().optional(),
  rule: z.object({ id: z.string(), index: z.number().int() }).partial().optional(),
  kind: z.enum(["pass", "open", "informational", "notApplicable", "review", "fail"]).default("fail"),
  level: level.optional(),
  baselineState: z.string().optional(),
  message: z.object({ text: z.string(), markdown: z.string(), id: z.string() }).partial(),
  suppressions: z.array(z.object({ status: z.string().optional() })).nullish(),
  locations: z
    .array(
      z.object({
        physicalLocation: z
          .object({
            artifactLocation,
            region: z.object({ startLine: z.number().int(), startColumn: z.number().int() }).partial(),
          })
          .partial()
          .optional(),
      }),
    )
    .default([]),
});

const run = z.object({
  tool: z.object({
    driver: z.object({
      name: z.string(),
      rules: z
        .array(z.object({ id: z.string(), defaultConfiguration: z.object({ level }).partial().optional() }))
        .default([]),
    }),
  }),
  invocations: z.array(z.object({ executionSuccessful: z.boolean() })).default([]),
  originalUriBaseIds: z.record(z.string(), z.object({ uri: z.string().optional() })).default({}),
  artifacts: z.array(z.object({ location: artifactLocation.optional() })).default([]),
  externalPropertyFileReferences: z.object({ results: z.unknown() }).partial().optional(),
  results: z.array(result).nullish(),
});

/** The parts of a SARIF 2.1.0 log that findings are read from. */
export const sarifReport = z.object({ version: z.literal("2.1.0"), runs: z.array(run).min(1) });

export type SarifLocation = z.infer<typeof artifactLocation>;
export type SarifRun = z.infer<typeof run>;
export type SarifResult = z.infer<typeof result>;
