const FILTERS = {
  upper: (value) => String(value).toUpperCase(),
  lower: (value) => String(value).toLowerCase(),
  trim: (value) => String(value).trim(),
  join: (value) => [value].flat().join(", "),
  count: (value) => (value ?? []).length,
};

const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

export function escapeHtml(text) {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character]);
}

function lookUp(scope, path) {
  if (path === ".") return scope.at(-1);
  const [first, ...rest] = path.split(".");
  for (let depth = scope.length - 1; depth >= 0; depth--) {
    const values = scope[depth];
    if (values === null || typeof values !== "object" || !Object.hasOwn(values, first)) continue;
    return rest.reduce((value, part) => value?.[part], values[first]);
  }
  return undefined;
}

/** The end of a section that begins at `from`, those inside of it passed over. */
function findEnd(tokens, from) {
  let depth = 0;
  for (let at = from; at < tokens.length; at++) {
    const { kind } = tokens[at];
    if (kind === "#" || kind === "^") depth++;
    if (kind === "/") depth--;
    if (depth === 0) return at;
  }
  throw new SyntaxError(`not closed: ${tokens[from].path}`);
}

function split(template) {
  return template.split(/(\{\{.*?\}\})/).filter(Boolean).map((text) => {
    const [, kind, body] = /^\{\{([#^/&]?)(.*)\}\}$/.exec(text) ?? [];
    if (body === undefined) return { kind: "text", text };
    const [path, ...filters] = body.split("|").map((part) => part.trim());
    return { kind, path, filters };
  });
}

function renderTokens(tokens, scope) {
  let output = "";
  for (let at = 0; at < tokens.length; at++) {
    const { kind, text, path, filters } = tokens[at];
    if (kind === "text") {
      output += text;
      continue;
    }
    const value = lookUp(scope, path);
    if (kind === "#" || kind === "^") {
      const end = findEnd(tokens, at);
      const inner = tokens.slice(at + 1, end);
      const isEmpty = Array.isArray(value) ? value.length === 0 : !value;
      if (kind === "^" && isEmpty) output += renderTokens(inner, scope);
      if (kind === "#" && !isEmpty) {
        for (const item of Array.isArray(value) ? value : [value]) output += renderTokens(inner, [...scope, item]);
      }
      at = end;
      continue;
    }
    const filtered = filters.reduce((result, name) => FILTERS[name](result), value);
    const written = String(filtered ?? "");
    output += kind === "&" ? written : escapeHtml(written);
  }
  return output;
}

/** Fills a template: `{{name}}`, `{{&raw}}`, `{{#list}}…{{/list}}`, `{{^list}}…{{/list}}`, `{{name | upper}}`. */
export function render(template, values) {
  return renderTokens(split(template), [values]);
}
