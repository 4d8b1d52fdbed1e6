/** Who the model is, and what it may not do. The same for every item, so that provider caches hit. */
export function renderSystemPrompt(): string {
  return "";
}
