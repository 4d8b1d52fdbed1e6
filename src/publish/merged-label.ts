/** Says that what became of an offer has been learned. */
export const mergedLabel = {
  name: "nightshift:merged",
  color: "0e8a16",
  description: "Merged, and learned from",
};
