import { randomBytes } from "node:crypto";

const pattern = /^\d{4}-\d{2}-\d{2}-\d{6}-[0-9a-f]{4}$/;

/** `2026-11-21-031507-3fa9`: sorts by time, is a valid ref segment, and tells two of the same second apart. */
export function nameCampaign(now: string): string {
  const [date = "", time = ""] = now.split("T");
  return `${date}-${time.slice(0, 8).replaceAll(":", "")}-${randomBytes(2).toString("hex")}`;
}

/** Whether a file or folder of that name is a campaign's. */
export function isCampaignName(name: string): boolean {
  return pattern.test(name);
}
