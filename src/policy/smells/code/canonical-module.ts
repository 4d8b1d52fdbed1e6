/** Modules that are also a global object, or a member of another module. */
const sameAs: Readonly<Record<string, string>> = {
  "fs/promises": "fs.promises",
  "assert/strict": "assert.strict",
  "timers/promises": "timers.promises",
  "dns/promises": "dns.promises",
  "path/posix": "path.posix",
  "path/win32": "path.win32",
  "util/types": "util.types",
  "inspector/promises": "inspector.promises",
};

/** One name for a module however it is asked for: `node:fs/promises` is `fs.promises`. Pure. */
export function canonicalModule(specifier: string): string {
  const bare = /^node:(?!test$|test\/|sqlite$|sea$)(.+)$/.exec(specifier)?.[1] ?? specifier;
  return sameAs[bare] ?? bare;
}
