import path from "node:path";

/** Where things lie beneath the state root, all absolute. */
export type StatePaths = {
  readonly root: string;
  readonly campaigns: string;
  readonly status: string;
  readonly reports: string;
  readonly memoryIndex: string;
  readonly sandboxes: string;
  journal(campaign: string): string;
  /** What gates of a campaign printed, where it is long. */
  outputs(campaign: string): string;
  /** What models said, by the digests in the journal. */
  blobs(campaign: string): string;
  report(campaign: string): string;
  /** Patches of what a campaign suggests. */
  patches(campaign: string): string;
};

/** The layout of a state root. */
export function statePaths(root: string): StatePaths {
  const campaigns = path.join(root, "campaigns");
  const reports = path.join(root, "reports");
  return {
    root,
    campaigns,
    reports,
    status: path.join(root, "status.json"),
    memoryIndex: path.join(root, "memory.sqlite"),
    sandboxes: path.join(root, "sandboxes"),
    outputs: (campaign) => path.join(campaigns, campaign, "output"),
    blobs: (campaign) => path.join(campaigns, campaign, "blobs"),
    journal: (campaign) => path.join(campaigns, campaign, "journal.jsonl"),
    patches: (campaign) => path.join(campaigns, campaign, "patches"),
    report: (campaign) => path.join(reports, `${campaign}.md`),
  };
}
