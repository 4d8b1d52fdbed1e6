/** The part of bottleneck's groups that octokit's throttling uses. */
type Gap = { key(): { schedule<T>(options: unknown, task: () => Promise<T>): Promise<T> } };

/**
 * Holds tasks apart by a gap, one after the other, in the form in which octokit's throttling takes it. Its own are
 * shared by all clients of a process and cannot be set.
 */
export function createWriteGap(
  gapMs: number,
  { elapsedMs, sleep }: { readonly elapsedMs: () => number; readonly sleep: (ms: number) => Promise<void> },
): Gap {
  let free = Number.NEGATIVE_INFINITY;
  return {
    key: () => ({
      async schedule(_options, task) {
        const now = elapsedMs();
        const at = Math.max(now, free);
        free = at + gapMs;
        if (at > now) await sleep(at - now);
        return task();
      },
    }),
  };
}
