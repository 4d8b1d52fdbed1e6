"use strict";

const decode = (text) => {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return text;
  }
};

const encode = (text) => encodeURIComponent(text).replaceAll("%20", "+");

/** Reads `a=1&b=2&b=3` into `{ a: "1", b: ["2", "3"] }`; a name without a value is true. */
function parseQuery(text) {
  const query = text.startsWith("?") ? text.slice(1) : text;
  const result = {};
  for (const pair of query.split("&")) {
    if (pair === "") continue;
    const equals = pair.indexOf("=");
    const name = decode(equals === -1 ? pair : pair.slice(0, equals));
    const value = equals === -1 ? true : decode(pair.slice(equals + 1));
    if (!Object.hasOwn(result, name)) {
      result[name] = value;
    } else if (Array.isArray(result[name])) {
      result[name].push(value);
    } else {
      result[name] = [result[name], value];
    }
  }
  return result;
}

/** Writes names in their order of the alphabet; what is null, undefined or false is left out. */
function formatQuery(values) {
  const parts = [];
  for (const name of Object.keys(values).sort()) {
    for (const value of [values[name]].flat()) {
      if (value === null || value === undefined || value === false) continue;
      parts.push(value === true ? encode(name) : `${encode(name)}=${encode(String(value))}`);
    }
  }
  return parts.join("&");
}

/** Sets or takes away (null) values in a URL, and leaves its other parts alone. */
function updateUrl(url, changes) {
  const hashAt = url.indexOf("#");
  const hash = hashAt === -1 ? "" : url.slice(hashAt);
  const bare = hashAt === -1 ? url : url.slice(0, hashAt);
  const queryAt = bare.indexOf("?");
  const path = queryAt === -1 ? bare : bare.slice(0, queryAt);
  const query = queryAt === -1 ? "" : bare.slice(queryAt + 1);
  const text = formatQuery({ ...parseQuery(query), ...changes });
  return path + (text === "" ? "" : `?${text}`) + hash;
}

module.exports = { parseQuery, formatQuery, updateUrl };
