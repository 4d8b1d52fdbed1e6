/** A path as it stands in a sentence for a model; what would not be seen in it is escaped, what is too long is cut. */
export function quotePath(path: string): string {
  const shown = path.length > 200 ? `${path.slice(0, 200)}…` : path;
  return /^[\p{L}\p{N}_./@+-]+$/u.test(shown) ? shown : JSON.stringify(shown);
}
