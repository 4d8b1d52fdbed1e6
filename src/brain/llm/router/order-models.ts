import type { CallTarget, RoutedModel } from "./router.ts";

/**
 * The models that a call may go to, in the user's order: those that are for it first, then those for anything. Where
 * there is neither, all of them: a model that is listed for something else is better than none. Pure.
 */
export function orderModels<Model extends Pick<RoutedModel, "for">>(
  models: readonly Model[],
  { purpose, itemKind }: CallTarget,
): readonly Model[] {
  const isFor = (model: Model): boolean =>
    model.for.includes(purpose) || (itemKind !== null && model.for.includes(itemKind));
  const ordered = [...models.filter(isFor), ...models.filter((model) => model.for.length === 0)];
  return ordered.length === 0 ? models : ordered;
}
