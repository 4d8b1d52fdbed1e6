/** How brains can be put to work on an item. */
export const methodKinds = [
  "direct",
  "plan-build-review",
  "test-driven",
  "adversarial",
  "actor-critic",
] as const;
export type MethodKind = (typeof methodKinds)[number];
