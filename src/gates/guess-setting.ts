import type { GateResult } from "../domain/gate.ts";

/** What a failure at a wall of the sandbox looks like, and the setting that moves the wall. First match wins. */
const walls: readonly { readonly sign: RegExp; readonly hint: (gate: string) => string }[] = [
  {
    sign: /EROFS|read-only file system|\b(?:EACCES|EPERM)\b[^\n]*\b(?:open|mkdir|unlink|rename|write|rmdir)\b/i,
    hint: () => "name the folder that the tool writes to in sandbox.writable",
  },
  {
    sign: /(?:127\.0\.0\.1|localhost|::1|\.sock\b)[^\n]*(?:refused|ECONNREFUSED)|(?:refused|ECONNREFUSED)[^\n]*(?:127\.0\.0\.1|localhost|::1)|ENOENT[^\n]*\.sock\b/i,
    hint: (gate) =>
      `it asks for a service of this machine; set network: host for gate ${gate}, or start the service in the gate's command`,
  },
  {
    sign: /ENOTFOUND|EAI_AGAIN|ENETUNREACH|ECONNREFUSED|EHOSTUNREACH|getaddrinfo|name resolution|network is unreachable|could not resolve host|no such host|nodename nor servname|failed to establish a new connection/i,
    hint: (gate) => `it asks for the network; set network: host for gate ${gate}`,
  },
  {
    sign: /\bmemory: |out of memory|ENOMEM|MemoryError|cannot allocate memory|heap limit|ended by a signal/i,
    hint: () => "raise sandbox.memoryMb",
  },
  {
    sign: /(?:Address|Thread|Memory)Sanitizer[^\n]*(?:failed to|memory|mmap)|ReserveShadowMemoryRange/i,
    hint: () =>
      "a sanitizer reserves terabytes: set sandbox.memoryMb to 20000000, since what is used stays bounded by the machine's memory",
  },
  { sign: /EMFILE|too many open files/i, hint: () => "raise sandbox.openFiles" },
  {
    sign: /EFBIG|ENOSPC|file too large|no space left on device|\bdisk: /i,
    hint: () => "raise sandbox.diskMb",
  },
  {
    sign: /EAGAIN|resource temporarily unavailable|can't start new thread|cannot fork/i,
    hint: () => "raise sandbox.processes",
  },
  {
    sign: /\bEACCES\b|permission denied/i,
    hint: () => "name the folder that the tool writes to in sandbox.writable",
  },
  {
    sign: /was not found|command not found|MODULE_NOT_FOUND|Cannot find (?:module|package)|ModuleNotFoundError|No such file or directory/i,
    hint: () => "install what is missing in sandbox.setup, or share its folder with sandbox.share",
  },
];

/**
 * A sentence that names the settings which may help a gate that fails inside isolation alone: of each failure's text,
 * or where none shows a wall of the gate's output.
 */
export function guessSetting(
  texts: readonly string[],
  { gate, outputTail }: Pick<GateResult, "gate" | "outputTail">,
): string {
  const ofTexts = new Set(texts.flatMap((text) => findHint(text, gate) ?? []));
  if (ofTexts.size > 0) return [...ofTexts].join("; ");
  return (
    findHint(outputTail, gate) ??
    `compare its output inside and outside; network: host for gate ${gate}, sandbox.writable and sandbox.share widen the sandbox`
  );
}

function findHint(text: string, gate: string): string | undefined {
  return walls.find(({ sign }) => sign.test(text))?.hint(gate);
}
