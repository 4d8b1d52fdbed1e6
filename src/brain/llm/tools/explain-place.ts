import type { Place } from "./find-place.ts";
import { quotePath } from "./quote-path.ts";
import { suggestPaths } from "./suggest-paths.ts";

/** Why what is at a path is no text file of the repository, and what to use instead; a sentence or two for a model. Pure. */
export function explainPlace(input: {
  readonly path: string;
  readonly place: Place;
  /** All paths of the tree. */
  readonly paths: readonly string[];
  readonly isTracked: boolean;
}): string {
  const { path, place, paths, isTracked } = input;
  const shown = quotePath(path);
  switch (place.kind) {
    case "folder":
      return isTracked
        ? `${shown} is a submodule, another repository; its files cannot be used.`
        : `${shown} is a folder; list_directory shows what is in it.`;
    case "link":
      return `${quotePath(place.link)} is a symbolic link${place.target === null ? " that leads out of the repository" : ` to another place`}${
        place.target === null ? "; it cannot be used." : `; use ${quotePath(place.target)} instead.`
      }`;
    case "special":
      return `${shown} is a pipe, a socket or a device; only text files can be used.`;
    case "file":
      return `${shown} is not tracked by git, so it is no part of the repository; only tracked files can be used.`;
    case "missing": {
      const module = paths.find((other) => path.startsWith(`${other}/`));
      if (module !== undefined)
        return `${shown} is not there: ${quotePath(module)} is no folder of this repository.`;
      return /(^|\/)node_modules\//.test(path)
        ? `${shown} is not tracked by git; dependencies cannot be read.`
        : `There is no ${shown}.${suggestPaths(path, paths)}`;
    }
    default:
      return place satisfies never;
  }
}
