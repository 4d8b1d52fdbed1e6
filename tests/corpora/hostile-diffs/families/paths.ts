import { atPath, type HostileFamily } from "../hostile-family.ts";
import type { Scene } from "../scene.ts";

const character = (low: number, high: number) => (scene: Scene) =>
  String.fromCodePoint(scene.dice.int(low, high));

function within(scene: Scene, insert: string): string {
  const path = scene.takeFreshPath();
  const at = scene.dice.int(path.lastIndexOf("/") + 2, path.lastIndexOf("."));
  return path.slice(0, at) + insert + path.slice(at);
}

const inName = (name: string, rule: string, insertOf: (scene: Scene) => string): HostileFamily =>
  atPath(name, rule, (scene) => within(scene, insertOf(scene)));

/** Paths that leave the tree, or read as others. */
export const pathFamilies: readonly HostileFamily[] = [
  atPath("empty path", "relative-path", () => ""),
  atPath(
    "absolute path",
    "relative-path",
    (scene) => `/${scene.dice.pick(["etc", "tmp"])}/${scene.dice.word()}`,
  ),
  atPath(
    "path that climbs out",
    "relative-path",
    ({ dice }) => `${"../".repeat(dice.int(1, 6))}${dice.word()}`,
  ),
  atPath(
    "path that climbs out later",
    "relative-path",
    ({ dice }) => `src/${dice.word()}/../../../${dice.word()}`,
  ),
  atPath("path with a dot segment", "relative-path", ({ dice }) => `src/./${dice.word()}.js`),
  atPath("path with an empty segment", "relative-path", ({ dice }) => `src//${dice.word()}.js`),
  atPath("path that ends in a separator", "relative-path", ({ dice }) => `src/${dice.word()}/`),
  atPath("backslash as separator", "relative-path", ({ dice }) => `src\\${dice.word()}.js`),
  atPath("climbing with backslashes", "relative-path", ({ dice }) => `src\\..\\..\\${dice.word()}`),
  atPath("network share", "relative-path", ({ dice }) => `\\\\${dice.word()}\\share\\x`),
  atPath("drive letter", "relative-path", ({ dice }) => `${dice.pick(["C", "d"])}:/${dice.word()}.js`),
  inName("control character in a name", "path-characters", character(1, 31)),
  inName("line feed in a name", "path-characters", () => "\n"),
  inName("NUL in a name", "path-characters", () => "\0"),
  inName("delete or C1 control in a name", "path-characters", character(0x7f, 0x9f)),
  inName("terminal escape in a name", "path-characters", () => "\u001b[2K"),
  inName("bidirectional override in a name", "path-characters", ({ dice }) =>
    dice.pick(["\u202a", "\u202b", "\u202d", "\u202e", "\u2066", "\u2067", "\u2068", "\u200f", "\u061c"]),
  ),
  inName("zero-width character in a name", "path-characters", ({ dice }) =>
    dice.pick(["\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u00ad", "\u3164", "\u{e0041}", "\ufe0f"]),
  ),
  inName("line separator in a name", "path-characters", ({ dice }) => dice.pick(["\u2028", "\u2029"])),
  inName("odd blank in a name", "path-characters", ({ dice }) =>
    dice.pick(["\u00a0", "\u2003", "\u3000", "\u202f"]),
  ),
  inName("name not in NFC", "path-characters", ({ dice }) =>
    dice.pick(["e\u0301", "a\u030a", "o\u0308", "\u212b", "\u1100\u1161", "n\u0303"]),
  ),
  inName("name that is no Unicode", "path-characters", character(0xd800, 0xdfff)),
  inName("name of replaced bytes", "path-characters", () => "\ufffd"),
  inName("private character in a name", "path-characters", character(0xe000, 0xf8ff)),
  inName("name that is too long", "path-length", ({ dice }) => "n".repeat(dice.int(256, 600))),
  inName("name that is too long in bytes alone", "path-length", ({ dice }) =>
    "\u65e5".repeat(dice.int(90, 200)),
  ),
  atPath(
    "path that is too long",
    "path-length",
    ({ dice }) => `${`${"f".repeat(60)}/`.repeat(dice.int(14, 90))}x.js`,
  ),
  atPath("nest of folders", "path-length", ({ dice }) => `${"d/".repeat(dice.int(64, 300))}x.js`),
];
