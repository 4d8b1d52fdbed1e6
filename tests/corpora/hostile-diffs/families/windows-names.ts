import { atPath, type HostileFamily } from "../hostile-family.ts";

const devices = [
  "con",
  "prn",
  "aux",
  "nul",
  "com1",
  "COM9",
  "lpt1",
  "LPT5",
  "CON",
  "Nul",
  "com0",
  "conin$",
  "CLOCK$",
];

/** Names that are other files, or none, on Windows. */
export const windowsFamilies: readonly HostileFamily[] = [
  atPath("a device", "windows-name", ({ dice }) => `src/${dice.pick(devices)}`),
  atPath(
    "a device with an extension",
    "windows-name",
    ({ dice }) => `src/${dice.pick(devices)}.${dice.pick(["js", "tar.gz", ""])}`,
  ),
  atPath("a device with blanks", "windows-name", ({ dice }) => `src/${dice.pick(devices)}  .txt`),
  atPath("a device as a folder", "windows-name", ({ dice }) => `src/${dice.pick(devices)}/${dice.word()}.js`),
  atPath(
    "a device with a raised digit",
    "windows-name",
    ({ dice }) => `src/${dice.pick(["com", "lpt"])}${dice.pick(["\u00b9", "\u00b2", "\u00b3"])}.js`,
  ),
  atPath("a stream", "windows-name", ({ dice }) => `src/${dice.word()}.js:${dice.word()}`),
  atPath(
    "a stream of an existing file",
    "windows-name",
    (scene) => `${scene.takeFile()}${scene.dice.pick(["::$DATA", ":x"])}`,
  ),
  atPath(
    "a name that ends in a dot",
    "windows-name",
    ({ dice }) => `src/${dice.word()}.js${".".repeat(dice.int(1, 3))}`,
  ),
  atPath(
    "a name that ends in a blank",
    "windows-name",
    ({ dice }) => `src/${dice.word()}${" ".repeat(dice.int(1, 3))}`,
  ),
  atPath(
    "a folder that ends in a dot",
    "windows-name",
    ({ dice }) => `src/${dice.word()}./${dice.word()}.js`,
  ),
  atPath("a name that begins with a blank", "windows-name", ({ dice }) => `src/ ${dice.word()}.js`),
  atPath(
    "a dot-folder by its short name",
    "windows-name",
    ({ dice }) => `${dice.pick(["GITHUB~1", "github~2", "NPMRC~1"])}/${dice.word()}.yml`,
  ),
  atPath("a manifest by its short name", "windows-name", ({ dice }) =>
    dice.pick(["PACKAG~1.JSO", "packag~2.jso", "PYPROJ~1.TOM"]),
  ),
];
