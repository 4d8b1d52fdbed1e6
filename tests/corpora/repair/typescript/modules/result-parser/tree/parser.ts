export type Parsed<T> = { readonly ok: true; readonly value: T; readonly rest: string } | { readonly ok: false; readonly expected: string; readonly at: string };
export type Parser<T> = (input: string) => Parsed<T>;

const fail = (expected: string, at: string): Parsed<never> => ({ ok: false, expected, at });

export function text(wanted: string): Parser<string> {
  return (input) =>
    input.startsWith(wanted) ? { ok: true, value: wanted, rest: input.slice(wanted.length) } : fail(JSON.stringify(wanted), input);
}

export function pattern(expression: RegExp, name: string): Parser<string> {
  const anchored = new RegExp(`^(?:${expression.source})`, expression.flags);
  return (input) => {
    const found = anchored.exec(input)?.[0];
    return found === undefined ? fail(name, input) : { ok: true, value: found, rest: input.slice(found.length) };
  };
}

export function map<A, B>(parser: Parser<A>, change: (value: A) => B): Parser<B> {
  return (input) => {
    const parsed = parser(input);
    return parsed.ok ? { ...parsed, value: change(parsed.value) } : parsed;
  };
}

export function sequence<T>(...parsers: readonly Parser<T>[]): Parser<readonly T[]> {
  return (input) => {
    const values: T[] = [];
    let rest = input;
    for (const parser of parsers) {
      const parsed = parser(rest);
      if (!parsed.ok) return parsed;
      values.push(parsed.value);
      rest = parsed.rest;
    }
    return { ok: true, value: values, rest };
  };
}

/** The first that fits; where none does, the failure that came furthest. */
export function choice<T>(...parsers: readonly Parser<T>[]): Parser<T> {
  return (input) => {
    let furthest: Parsed<T> | null = null;
    for (const parser of parsers) {
      const parsed = parser(input);
      if (parsed.ok) return parsed;
      if (furthest === null || furthest.ok || parsed.at.length < furthest.at.length) furthest = parsed;
    }
    return furthest ?? fail("nothing", input);
  };
}

export function many<T>(parser: Parser<T>, least = 0): Parser<readonly T[]> {
  return (input) => {
    const values: T[] = [];
    let rest = input;
    for (;;) {
      const parsed = parser(rest);
      if (!parsed.ok) return values.length < least ? parsed : { ok: true, value: values, rest };
      if (parsed.rest === rest) return { ok: true, value: values, rest };
      values.push(parsed.value);
      rest = parsed.rest;
    }
  };
}

/** Values with something between them; what stands between is dropped. */
export function separated<T>(parser: Parser<T>, separator: Parser<unknown>): Parser<readonly T[]> {
  return (input) => {
    const first = parser(input);
    if (!first.ok) return { ok: true, value: [], rest: input };
    const values = [first.value];
    let rest = first.rest;
    for (;;) {
      const between = separator(rest);
      if (!between.ok) return { ok: true, value: values, rest };
      const next = parser(between.rest);
      if (!next.ok) return next;
      values.push(next.value);
      rest = next.rest;
    }
  };
}

/** The value of the whole text; throws where something is left over. */
export function parseAll<T>(parser: Parser<T>, input: string): T {
  const parsed = parser(input);
  if (!parsed.ok) throw new SyntaxError(`expected ${parsed.expected} at ${input.length - parsed.at.length}`);
  if (parsed.rest !== "") throw new SyntaxError(`unexpected text at ${input.length - parsed.rest.length}`);
  return parsed.value;
}
