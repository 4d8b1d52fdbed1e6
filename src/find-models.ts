import { checkPrices } from "./brain/llm/budget/check-prices.ts";
import { resolveLimits } from "./brain/llm/budget/resolve-limits.ts";
import { isModelWanted } from "./config/is-model-wanted.ts";
import type { Config } from "./config/schema.ts";
import { usageError } from "./domain/errors.ts";
import type { MethodKind } from "./domain/method-kind.ts";
import { type OpenModel, openModels } from "./open-models.ts";
import type { OpenRepository } from "./open-repository.ts";

/** Methods that are nothing without a model: somebody has to plan, review and write tests. */
const needModel: readonly (MethodKind | "auto")[] = ["plan-build-review", "test-driven"];

/**
 * The models that a campaign may ask: none for the brains `search` and `none`, and none for `auto` where the
 * configuration names none. Nothing is asked.
 *
 * @throws MODEL_MISSING, METHOD_NEEDS_MODEL, and the usage errors of `openModels` and `checkPrices`
 */
export function findModels(
  config: Config,
  { clock, environment }: Pick<OpenRepository, "clock" | "environment">,
): readonly OpenModel[] {
  const models = isModelWanted(config) ? openModels(config, { clock, environment }) : [];
  checkPrices(
    models.map(({ llm, price }) => ({ provider: llm.provider, model: llm.model, price })),
    resolveLimits(config),
  );
  const { kind } = config.method;
  if (models.length > 0 || config.brain.kind === "none" || !needModel.includes(kind)) return models;
  throw usageError({
    code: "METHOD_NEEDS_MODEL",
    message: `The method ${kind} needs a model, and the brain \`${config.brain.kind}\` has none.`,
    hint: "Name one with --provider and --model, or use --method direct.",
  });
}
