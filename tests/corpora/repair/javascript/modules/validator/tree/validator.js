const types = {
  string: (value) => typeof value === "string",
  number: (value) => typeof value === "number" && !Number.isNaN(value),
  integer: (value) => Number.isInteger(value),
  boolean: (value) => typeof value === "boolean",
  array: (value) => Array.isArray(value),
  object: (value) => value !== null && typeof value === "object" && !Array.isArray(value),
  null: (value) => value === null,
};

/** Every fault of a value by a schema, as `{ path, message }`; a small part of JSON Schema. */
export function validate(schema, value, path = "") {
  const faults = [];
  const tell = (message, at = path) => faults.push({ path: at, message });
  if (schema.type !== undefined) {
    const allowed = [schema.type].flat();
    if (!allowed.some((type) => types[type](value))) {
      tell(`is not ${allowed.join(" or ")}`);
      return faults;
    }
  }
  if (schema.enum !== undefined && !schema.enum.includes(value)) tell(`is none of ${schema.enum.join(", ")}`);
  if (types.number(value)) {
    if (schema.minimum !== undefined && value < schema.minimum) tell(`is below ${schema.minimum}`);
    if (schema.maximum !== undefined && value > schema.maximum) tell(`is above ${schema.maximum}`);
  }
  if (types.string(value)) {
    const length = [...value].length;
    if (length < (schema.minLength ?? 0)) tell(`is shorter than ${schema.minLength}`);
    if (length > (schema.maxLength ?? Infinity)) tell(`is longer than ${schema.maxLength}`);
    if (schema.pattern !== undefined && !new RegExp(schema.pattern, "u").test(value)) tell(`does not match ${schema.pattern}`);
  }
  if (types.array(value)) {
    if (schema.items !== undefined) {
      value.forEach((item, index) => faults.push(...validate(schema.items, item, `${path}[${index}]`)));
    }
    if (schema.uniqueItems === true && new Set(value.map((item) => JSON.stringify(item))).size < value.length) tell("holds something twice");
  }
  if (types.object(value)) {
    for (const name of schema.required ?? []) {
      if (!Object.hasOwn(value, name)) tell("is missing", joinPath(path, name));
    }
    const known = schema.properties ?? {};
    for (const [name, part] of Object.entries(value)) {
      if (Object.hasOwn(known, name)) faults.push(...validate(known[name], part, joinPath(path, name)));
      else if (schema.additionalProperties === false) tell("is not known", joinPath(path, name));
    }
  }
  return faults;
}

function joinPath(path, name) {
  return path === "" ? name : `${path}.${name}`;
}

/** A copy with the defaults of a schema where something is missing. */
export function applyDefaults(schema, value) {
  if (value === undefined) return schema.default === undefined ? undefined : structuredClone(schema.default);
  if (types.array(value)) return schema.items === undefined ? [...value] : value.map((item) => applyDefaults(schema.items, item));
  if (!types.object(value)) return value;
  const result = { ...value };
  for (const [name, part] of Object.entries(schema.properties ?? {})) {
    const filled = applyDefaults(part, value[name]);
    if (filled !== undefined) result[name] = filled;
  }
  return result;
}
