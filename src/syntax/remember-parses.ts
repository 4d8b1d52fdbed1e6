import type { ParseOutcome, SourceParser } from "./parse-source.ts";

/** A parser that parses each text once and keeps all trees until it is dropped itself: for one look at one change. */
export function rememberParses(parser: SourceParser): SourceParser {
  const known = new Map<string, Promise<ParseOutcome>>();
  return {
    parse(path, text) {
      const key = `${path}\0${text}`;
      const outcome = known.get(key) ?? parser.parse(path, text);
      known.set(key, outcome);
      return outcome;
    },
  };
}
