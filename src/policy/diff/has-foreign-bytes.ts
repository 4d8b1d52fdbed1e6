/**
 * Whether a path may have lost bytes that are no UTF-8: they show as U+FFFD, so that it could be taken for another file's.
 * Pure.
 */
export function hasForeignBytes(path: string): boolean {
  return path.includes("\ufffd");
}
