import { z } from "zod";
import { usageError } from "../src/domain/errors.ts";

const settingsSchema = z.object({
  NIGHTSHIFT_RECONCILE_MINUTES: z.coerce.number().min(0).max(1_440).default(60),
  NIGHTSHIFT_CACHE_DIR: z.string().min(1).optional(),
});

/** What the App itself reads from its environment; everything else there is Probot's. */
export type AppSettings = {
  /** Minutes between two reconcile passes; 0: only at the start. */
  readonly reconcileMinutes: number;
  /** Where answers of GitHub are kept that it may confirm; null: nowhere. Nothing else is ever kept. */
  readonly cacheFolder: string | null;
};

/** Reads the settings. Throws the usage error `SETTING_INVALID`. */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): AppSettings {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));
  const parsed = settingsSchema.safeParse(given);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw usageError({
      code: "SETTING_INVALID",
      message: `${issue?.path.join(".")}: ${issue?.message}`,
      hint: ".env.example has every variable with what it may be.",
    });
  }
  const { NIGHTSHIFT_RECONCILE_MINUTES: reconcileMinutes, NIGHTSHIFT_CACHE_DIR: cacheFolder = null } =
    parsed.data;
  return { reconcileMinutes, cacheFolder };
}
