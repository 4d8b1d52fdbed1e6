/** Behind the comment that starts at `at`; `at` itself where none does, -1 where it never ends. */
export function findCommentEnd(text: string, at: number): number {
  const mark = text.slice(at, at + 2);
  if (mark !== "//" && mark !== "/*") return at;
  // What follows a colon or a word at once is the middle of an address, not a comment.
  if (/[\w:]/.test(text.charAt(at - 1))) return at;
  const end = text.indexOf(mark === "//" ? "\n" : "*/", at + 2);
  return end === -1 ? -1 : end + (mark === "//" ? 1 : 2);
}
