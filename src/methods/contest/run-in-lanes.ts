/**
 * Does work on every item, each in the next lane that is free, and gives the outcomes in the items' order. Waits for all
 * of it, also when some fails, so that no lane is still in use; then rejects with the first failure.
 */
export async function runInLanes<Item, Lane, Outcome>(
  { items, lanes }: { readonly items: readonly Item[]; readonly lanes: readonly Lane[] },
  work: (item: Item, lane: Lane, index: number) => Promise<Outcome>,
): Promise<readonly Outcome[]> {
  const outcomes = new Map<number, Outcome>();
  let next = 0;
  const runLane = async (lane: Lane): Promise<void> => {
    for (let index = next++; index < items.length; index = next++) {
      const item = items[index];
      if (item !== undefined) outcomes.set(index, await work(item, lane, index));
    }
  };
  const ends = await Promise.allSettled(lanes.map(runLane));
  for (const end of ends) if (end.status === "rejected") throw end.reason;
  return items.flatMap((_, index) => {
    const outcome = outcomes.get(index);
    return outcome === undefined ? [] : [outcome];
  });
}
