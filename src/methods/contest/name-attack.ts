import { posix } from "node:path";

/**
 * Where a new test file of attacks lies, so that the runner takes it for one: beside the item's own, with the same marks in
 * its name. Null where the name has no marks that are known. Pure.
 */
export function nameAttack(testFile: string, number: number): string | null {
  const folder = posix.dirname(testFile);
  const base = posix.basename(testFile);
  const dashed = /^[^.]+(\.(?:test|spec)\.[cm]?[jt]sx?)$/.exec(base)?.[1];
  const name =
    dashed !== undefined
      ? `nightshift-attack-${number}${dashed}`
      : /^test_.+\.py$/.test(base)
        ? `test_nightshift_attack_${number}.py`
        : (/_test\.(?:py|go)$/.exec(base)?.[0] ?? null);
  if (name === null) {
    const isTestFolder = /(^|\/)(__tests__|tests?)$/.test(folder);
    const extension = /\.[cm]?[jt]sx?$/.exec(base)?.[0];
    return isTestFolder && extension !== undefined
      ? posix.join(folder, `nightshift-attack-${number}${extension}`)
      : null;
  }
  return posix.join(folder, name.startsWith("_test.") ? `nightshift_attack_${number}${name}` : name);
}
