/** Full names of the refs of one repository; all are beneath the prefix. */
export type RefNames = {
  /** Branch that promotions go to. */
  readonly master: string;
  readonly memory: string;
  /** Branch of the pull request that offers a promotion. */
  fix(campaign: string, cycle: number | string): string;
  /** Every ref that Nightshift makes: full names, and folders with their last slash. */
  readonly own: readonly string[];
  /** Folder of the snapshot tags, with its last slash. */
  readonly snapshots: string;
  /** Tag on master as it was before a promotion. */
  snapshot(campaign: string, cycle: number | string): string;
};

/** The names that `prefix` gives. */
export function nameRefs(prefix: string): RefNames {
  const snapshots = `refs/tags/${prefix}/snapshot/`;
  const branches = `refs/heads/${prefix}`;
  return {
    master: `${branches}/master`,
    memory: `${branches}/memory`,
    fix: (campaign, cycle) => `${branches}/fix/${campaign}-${cycle}`,
    own: [`${branches}/master`, `${branches}/memory`, `${branches}/sandbox/`, `${branches}/fix/`, snapshots],
    snapshots,
    snapshot: (campaign, cycle) => `${snapshots}${campaign}/${cycle}`,
  };
}
