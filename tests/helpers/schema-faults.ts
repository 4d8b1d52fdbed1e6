/** The part of OpenAPI 3.0's schemas that GitHub's description uses. */
export type Schema = {
  readonly $ref?: string;
  readonly type?: string;
  readonly nullable?: boolean;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly maxProperties?: number;
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
};

/** Follows references. */
export interface SchemaReader {
  resolve(schema: Schema): Schema;
}

/** Where a value stands, and whether names that the schema does not list are faults. */
export type SchemaPlace = { readonly at: string; readonly isStrict: boolean };

/** What is wrong with a value; empty when it is as described. Of alternatives one has to fit. */
export function findSchemaFaults(
  value: unknown,
  given: Schema,
  reader: SchemaReader,
  place: SchemaPlace,
): readonly string[] {
  const schema = reader.resolve(given);
  const { at, isStrict } = place;
  if (value === null && schema.nullable === true) return [];
  const choices = schema.oneOf ?? schema.anyOf;
  if (choices !== undefined) {
    const faults = choices.map((choice) => findSchemaFaults(value, choice, reader, place));
    const isFound = faults.some((found) => found.length === 0);
    if (!isFound) return [`${at}: fits none of ${choices.length} (${faults[0]?.[0] ?? "?"})`];
  }
  const parts = (schema.allOf ?? []).flatMap((part) =>
    findSchemaFaults(value, part, reader, { at, isStrict: false }),
  );
  if (parts.length > 0) return parts;
  if (schema.enum !== undefined && !schema.enum.includes(value))
    return [`${at}: ${JSON.stringify(value)} is not in the list`];
  switch (schema.type) {
    case "object":
      return findObjectFaults(value, schema, reader, { at, isStrict });
    case "array": {
      if (!Array.isArray(value)) return [`${at}: no array`];
      const { minItems = 0, maxItems = Number.POSITIVE_INFINITY, items = {} } = schema;
      const count =
        value.length < minItems || value.length > maxItems ? [`${at}: ${value.length} items`] : [];
      return [
        ...count,
        ...value.flatMap((item, index) =>
          findSchemaFaults(item, items, reader, { at: `${at}[${index}]`, isStrict }),
        ),
      ];
    }
    case "string": {
      if (typeof value !== "string") return [`${at}: no string`];
      const { minLength = 0, maxLength = Number.POSITIVE_INFINITY } = schema;
      return value.length < minLength || value.length > maxLength
        ? [`${at}: ${value.length} characters`]
        : [];
    }
    case "integer":
      return Number.isInteger(value) ? [] : [`${at}: no integer`];
    case "number":
      return typeof value === "number" ? [] : [`${at}: no number`];
    case "boolean":
      return typeof value === "boolean" ? [] : [`${at}: no boolean`];
    default:
      return [];
  }
}

function findObjectFaults(
  value: unknown,
  { properties = {}, required = [], additionalProperties, maxProperties }: Schema,
  reader: SchemaReader,
  { at, isStrict }: SchemaPlace,
): readonly string[] {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return [`${at}: no object`];
  const entries = Object.entries(value);
  const missing = required
    .filter((name) => !Object.hasOwn(value, name))
    .map((name) => `${at}.${name} is missing`);
  const isClosed = additionalProperties === false || (isStrict && additionalProperties === undefined);
  const isListed = Object.keys(properties).length > 0;
  const known = entries.flatMap(([name, each]) => {
    const place = { at: `${at}.${name}`, isStrict };
    const own = Object.hasOwn(properties, name) ? properties[name] : undefined;
    if (own !== undefined) return findSchemaFaults(each, own, reader, place);
    if (typeof additionalProperties === "object")
      return findSchemaFaults(each, additionalProperties, reader, place);
    return isClosed && isListed ? [`${at}.${name} is unknown`] : [];
  });
  const tooMany = entries.length > (maxProperties ?? Number.POSITIVE_INFINITY) ? [`${at}: too many`] : [];
  return [...missing, ...tooMany, ...known];
}
