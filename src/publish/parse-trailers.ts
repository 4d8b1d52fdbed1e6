/** Trailers of a commit message, `Name: value`, those of its last paragraph; the last of a name wins. Pure. */
export function parseTrailers(message: string): ReadonlyMap<string, string> {
  const paragraph = message.trimEnd().split(/\n\n+/).at(-1) ?? "";
  const pairs = paragraph.split("\n").flatMap((line): [string, string][] => {
    const match = /^([A-Za-z][\w-]*): (.*)$/.exec(line);
    return match === null ? [] : [[match[1] ?? "", match[2] ?? ""]];
  });
  return new Map(pairs);
}
