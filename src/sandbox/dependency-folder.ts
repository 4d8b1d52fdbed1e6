/** A folder of installed dependencies that sandboxes share. */
export type DependencyFolder = {
  /** Relative to the repository's root: `node_modules`, `packages/a/node_modules`, `.venv`. */
  readonly path: string;
  /** The supervisor's copy, absolute. */
  readonly copy: string;
  /** Folders in it that get a temporary layer, relative to it; they are there. */
  readonly writable: readonly string[];
};
