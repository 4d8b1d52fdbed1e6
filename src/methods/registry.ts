import type { MethodKind } from "../domain/method-kind.ts";
import { actorCritic } from "./actor-critic.ts";
import { adversarial } from "./adversarial.ts";
import { direct } from "./direct.ts";
import type { Method } from "./method.ts";
import { planBuildReview } from "./plan-build-review.ts";
import { testDriven } from "./test-driven.ts";

/** All methods by the name that config and `--method` use. */
export const methods = {
  direct,
  "plan-build-review": planBuildReview,
  "test-driven": testDriven,
  adversarial,
  "actor-critic": actorCritic,
} satisfies Record<MethodKind, Method>;
