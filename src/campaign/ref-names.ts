/** Full names of the refs of one repository; all are beneath the prefix. */
export type RefNames = {
  /** Branch that promotions go to. */
  readonly master: string;
  /** Folder of the snapshot tags, with its last slash. */
  readonly snapshots: string;
  /** Tag on master as it was before a promotion. */
  snapshot(campaign: string, cycle: number | string): string;
};

/** The names that `prefix` gives. */
export function nameRefs(prefix: string): RefNames {
  const snapshots = `refs/tags/${prefix}/snapshot/`;
  return {
    master: `refs/heads/${prefix}/master`,
    snapshots,
    snapshot: (campaign, cycle) => `${snapshots}${campaign}/${cycle}`,
  };
}
