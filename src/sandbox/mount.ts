/** Something that commands in a sandbox can see; later mounts cover earlier ones. Paths are absolute. */
export type Mount =
  | { readonly kind: "read-only"; readonly from: string; readonly to: string }
  | { readonly kind: "writable"; readonly from: string; readonly to: string }
  /** An empty folder in memory that anyone may write to, gone with the command. */
  | { readonly kind: "temporary"; readonly to: string }
  /** An empty folder in the place of what must not be seen. */
  | { readonly kind: "hidden"; readonly to: string }
  | { readonly kind: "link"; readonly target: string; readonly to: string };
