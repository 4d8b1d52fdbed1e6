import { join } from "node:path";

/** Folder of the sandboxes of all campaigns, absolute. */
export function sandboxesFolder(stateRoot: string): string {
  return join(stateRoot, "sandboxes");
}

/** Folder of the sandboxes of one campaign, absolute. A campaign's name is one path segment whatever it holds. */
export function sandboxFolder(stateRoot: string, campaign: string): string {
  return join(sandboxesFolder(stateRoot), encodeURIComponent(campaign).replaceAll(".", "%2E"));
}

/** The campaign whose sandboxes are in a folder of that name. */
export function readCampaignName(folder: string): string {
  return decodeURIComponent(folder);
}
