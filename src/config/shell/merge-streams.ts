import type { ShellWord } from "./split-shell.ts";

/** Makes standard error part of standard output; a word for the shell, which stands last in its command. */
export const mergeStreams: ShellWord = { text: "2>&1", raw: "2>&1", isPlain: false };
