/** Who proposes candidates. `auto`: search first, a model for what is left. */
export const brainKinds = ["auto", "search", "llm", "none"] as const;
export type BrainKind = (typeof brainKinds)[number];
