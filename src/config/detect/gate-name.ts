/** A gate's name in a folder: `tests` at the root, `tests:packages/a` elsewhere, without what names may not hold. */
export function nameGate(base: string, folder: string): string {
  const name = folder === "." ? base : `${base}:${folder}`;
  return name.replaceAll(/[^a-zA-Z0-9._:@/-]/g, "-");
}
