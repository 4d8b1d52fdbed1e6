/**
 * Fresh instances of a project's modules for each run, with a candidate's edits in place of what is on the disk, by Node's
 * synchronous hooks (https://nodejs.org/api/module.html#customization-hooks). Packages stay loaded.
 */
import nodeModule, { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";

const MARK = "nightshift";
const marked = /[?&]nightshift=\d+/g;
const sources = /\.[cm]?[jt]sx?$/;

/** Text as it would be without the marks that make instances differ. */
export function unmark(text) {
  return text.replace(marked, "");
}

/**
 * Installs the hooks. `root` is the project's folder; `stand-ins` maps specifiers to files that are loaded in their place;
 * `transform(text, path)` gives the text that Node can run.
 */
export function installInstances({ root, standIns, transform }) {
  const formats = new Map();
  const ready = new Map();
  const packages = new Set();
  let hasPackages = false;
  const home = new URL("./", import.meta.url).href;
  const prefix = `${pathToFileURL(root).href}/`;
  const require = createRequire(`${prefix}package.json`);
  let serial = 0;
  let edits = new Map();
  let loaded = new Set();
  const isOwn = (url) => url.startsWith(prefix) && !url.includes("/node_modules/");

  nodeModule.registerHooks({
    resolve(specifier, context, nextResolve) {
      const standIn = standIns.get(specifier);
      // The stand-ins are built on what they stand in for.
      if (standIn !== undefined && !context.parentURL?.startsWith(home))
        return { url: standIn, format: "module", shortCircuit: true };
      const found = resolveEdited(specifier, context, nextResolve);
      if (!isOwn(found.url)) return found;
      return { ...found, url: mark(unmark(found.url)) };
    },
    load(url, context, nextLoad) {
      if (!isOwn(url)) {
        if (url.startsWith("file:") && !url.startsWith(home)) {
          packages.add(url);
          hasPackages = true;
        }
        return nextLoad(url, context);
      }
      const path = fileURLToPath(url);
      loaded.add(path);
      const text = edits.get(path);
      if (text === null) throw new Error(`${path} is deleted`);
      if (text === undefined) {
        const read = nextLoad(url, context);
        formats.set(path, read.format);
        return read;
      }
      const format = context.format ?? formats.get(path) ?? nextLoad(url, context).format;
      formats.set(path, format);
      return { format: withoutTypes(format), source: prepare(text, path), shortCircuit: true };
    },
  });

  /** A new file is what its name says, or else what its importer is. */
  function guessFormat(url, parentUrl) {
    const [, kind] = /\.([cm])[jt]s$/.exec(url) ?? [];
    if (kind !== undefined) return kind === "m" ? "module" : "commonjs";
    return withoutTypes(formats.get(fileURLToPath(parentUrl)) ?? "module");
  }

  /** The base's own texts come again and again. */
  function prepare(text, path) {
    const known = ready.get(path);
    if (known?.text === text) return known.source;
    const source = transform(text, path);
    if (known === undefined) ready.set(path, { text, source });
    return source;
  }

  /** A file that only the candidate has is not found on the disk. */
  function resolveEdited(specifier, context, nextResolve) {
    try {
      return nextResolve(specifier, context);
    } catch (error) {
      if (!/^\.{0,2}\//.test(specifier) || context.parentURL === undefined) throw error;
      const { href } = new URL(specifier, context.parentURL);
      if (!edits.has(fileURLToPath(href))) throw error;
      return { url: href, format: guessFormat(href, context.parentURL), shortCircuit: true };
    }
  }

  function mark(url) {
    return `${url}${url.includes("?") ? "&" : "?"}${MARK}=${serial}`;
  }

  return {
    /** Begins a run: what is loaded from now on is new. `overrides` maps absolute paths to texts; null is a deleted file. */
    renew(overrides) {
      serial += 1;
      edits = overrides;
      loaded = new Set();
      for (const path of Object.keys(require.cache))
        if (path.startsWith(`${root}/`) && !path.includes("/node_modules/")) delete require.cache[path];
    },
    /** Loads a file of the project; CommonJS is loaded as `require` does. */
    async load(path) {
      if (/\.c[jt]s$/.test(path)) require(path);
      else await import(mark(pathToFileURL(path).href));
    },
    /** Absolute paths of the project's files that were loaded since the last `renew`. */
    loaded: () => [...loaded],
    /** Packages that were loaded until now. */
    packages: () => [...packages],
    /** Whether packages were loaded since the last call: they are loaded once, and what they change has to stay changed. */
    takePackages() {
      const had = hasPackages;
      hasPackages = false;
      return had;
    },
    /** Whether a candidate's text of that file can be put in place. */
    canEdit: (path) => sources.test(path),
  };
}

function withoutTypes(format) {
  return format === "module-typescript" ? "module" : format === "commonjs-typescript" ? "commonjs" : format;
}
