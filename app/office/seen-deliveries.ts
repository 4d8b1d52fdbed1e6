/** Ids of deliveries that have been taken in, the last so many. */
export type SeenDeliveries = {
  /** Takes an id in; false where it was there. */
  add(id: string): boolean;
  /** For one whose work failed, so that it may come again. */
  forget(id: string): void;
};

/** Remembers the last `limit` ids. What is forgotten may be done again: every handler bears that. */
export function createSeenDeliveries({ limit }: { readonly limit: number }): SeenDeliveries {
  const ids = new Set<string>();
  return {
    add(id) {
      if (ids.has(id)) return false;
      ids.add(id);
      const [oldest] = ids;
      if (ids.size > limit && oldest !== undefined) ids.delete(oldest);
      return true;
    },
    forget: (id) => void ids.delete(id),
  };
}
