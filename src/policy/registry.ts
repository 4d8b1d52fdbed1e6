import type { PolicyRule } from "./policy-rule.ts";
import { protectedPath } from "./protected/protected-path.ts";
import { knownSecret } from "./secrets/known-secret.ts";
import { content } from "./shape/content.ts";
import { path } from "./shape/path.ts";
import { size } from "./shape/size.ts";
import { twice } from "./shape/twice.ts";

/** Every rule on the diff, in the order in which denials are shown. */
export const policyRules: readonly PolicyRule[] = [path, twice, size, content, protectedPath, knownSecret];
