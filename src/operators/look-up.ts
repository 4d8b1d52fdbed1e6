/** What a table has of its own by a name that stands in somebody's source, where "constructor" and "toString" are names too. */
export function lookUp<Value>(table: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
