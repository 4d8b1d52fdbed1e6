import { type CampaignFlags, flagSettings } from "./flag-settings.ts";

/** The command that runs the same campaign on one machine. Pure. */
export function renderReproduction(flags: CampaignFlags): string {
  const words = flagSettings(flags).flatMap(({ name, value }) => {
    if (value === undefined || value === false) return [];
    if (value === true) return [name];
    return [name, ...(Array.isArray(value) ? value.map(String) : [String(value)])];
  });
  return ["nightshift", "run", ...words.map(quote)].join(" ");
}

/** As a POSIX shell takes it. */
function quote(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
