/** Paths with slashes, as text alone: nothing is looked up on a disk. */
export function normalize(path) {
  const isAbsolute = path.startsWith("/");
  const parts = [];
  for (const part of path.split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== "..") {
      parts.push(part);
    } else if (parts.length > 0 && parts.at(-1) !== "..") {
      parts.pop();
    } else if (!isAbsolute) {
      parts.push("..");
    }
  }
  const joined = parts.join("/");
  if (isAbsolute) return `/${joined}`;
  return joined === "" ? "." : joined;
}

export function join(...paths) {
  return normalize(paths.filter((path) => path !== "").join("/"));
}

/** From the right until a path is absolute. */
export function resolve(base, ...paths) {
  let resolved = base;
  for (const path of paths) resolved = path.startsWith("/") ? path : `${resolved}/${path}`;
  return normalize(resolved);
}

/** How to get from one absolute path to another. */
export function relative(from, to) {
  const split = (path) => normalize(path).split("/").filter((part) => part !== "");
  const [start, goal] = [split(from), split(to)];
  let common = 0;
  while (common < start.length && common < goal.length && start[common] === goal[common]) common++;
  const up = start.slice(common).map(() => "..");
  return [...up, ...goal.slice(common)].join("/");
}

export function baseName(path, suffix = "") {
  const name = path.replace(/\/+$/, "").split("/").at(-1);
  return suffix !== "" && name !== suffix && name.endsWith(suffix) ? name.slice(0, -suffix.length) : name;
}

/** With its dot; a dot at the start of a name begins no extension. */
export function extension(path) {
  const name = baseName(path);
  const dot = name.lastIndexOf(".");
  return dot <= 0 ? "" : name.slice(dot);
}

/** The longest folder that holds all of the paths. */
export function commonFolder(paths) {
  if (paths.length === 0) return "";
  const split = paths.map((path) => path.split("/").slice(0, -1));
  let depth = 0;
  while (split.every((parts) => depth < parts.length && parts[depth] === split[0][depth])) depth++;
  return split[0].slice(0, depth).join("/");
}
