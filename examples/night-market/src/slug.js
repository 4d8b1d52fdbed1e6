/** A stall's name as part of an address: lower case, words joined by dashes, "stall" when nothing is left. */
export function slugOf(name) {
  const slug = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  if (slug == "") return "stall";
  return slug;
}
