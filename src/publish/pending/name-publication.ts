/** The file of the memory branch that tells what became of a campaign's publication. Pure. */
export function namePublication(campaign: string): string {
  return `publications/${campaign}.json`;
}
