import type { HostileFamily } from "../hostile-family.ts";
import type { Scene } from "../scene.ts";

const beside = (name: string, pathOf: (path: string, scene: Scene) => string): HostileFamily => ({
  name,
  rule: "name-collision",
  make: (scene) => ({ files: [scene.add(pathOf(scene.takeFile(), scene))] }),
});

function changeName(path: string, change: (name: string) => string): string {
  const at = path.lastIndexOf("/") + 1;
  return path.slice(0, at) + change(path.slice(at));
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const alike: Readonly<Record<string, string>> = {
  a: "\u0430",
  e: "\u0435",
  o: "\u043e",
  p: "\u0440",
  s: "\u0455",
  u: "\u03c5",
  i: "\u0456",
};

/** Two files that are one on some system, or to a reader. */
export const collisionFamilies: readonly HostileFamily[] = [
  beside("a file beside one that case alone tells apart", (path) => changeName(path, capital)),
  beside("a file in capitals beside another", (path) => changeName(path, (name) => name.toUpperCase())),
  beside(
    "a folder that case alone tells apart",
    (path) => `${capital(path.slice(0, path.indexOf("/")))}${path.slice(path.indexOf("/"))}x.js`,
  ),
  beside("a name of letters that look alike", (path) =>
    changeName(path, (name) => name.replace(/[aeiou]/, (letter) => alike[letter] ?? letter)),
  ),
  beside("a name in wide letters", (path) =>
    changeName(path, (name) =>
      name.replace(/[a-z]/, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)),
    ),
  ),
  beside("a file beneath a file", (path, { dice }) => `${path}/${dice.word()}.js`),
  {
    name: "a file where a folder is",
    rule: "name-collision",
    make: (scene) => {
      const path = scene.takeFile();
      return { files: [scene.add(path.slice(0, path.lastIndexOf("/")))] };
    },
  },
  {
    name: "a file beneath a symbolic link",
    rule: "name-collision",
    make: (scene) => {
      const link = `src/${scene.dice.word()}-link`;
      return {
        files: [scene.add(`${link}/${scene.dice.word()}.js`)],
        entries: [{ path: link, mode: "120000", hash: "1".repeat(40) }],
      };
    },
  },
  {
    name: "one file changed twice",
    rule: "name-collision",
    make: (scene) => {
      const path = scene.takeFile();
      return { files: [scene.edit(path, scene.writeText()), scene.edit(path, scene.writeText())] };
    },
  },
  {
    name: "two new files that case alone tells apart",
    rule: "name-collision",
    make: (scene) => {
      const path = `src/${scene.dice.word()}_one.js`;
      return { files: [scene.add(path), scene.add(changeName(path, capital))] };
    },
  },
  {
    name: "two new files of a sharp s and of ss",
    rule: "name-collision",
    make: (scene) => {
      const word = scene.dice.word();
      return {
        files: [
          scene.add(`src/${word}\u00df.js`),
          scene.add(`src/${word}${scene.dice.pick(["ss", "SS"])}.js`),
        ],
      };
    },
  },
  {
    name: "two new folders that case alone tells apart",
    rule: "name-collision",
    make: (scene) => {
      const word = scene.dice.word();
      return { files: [scene.add(`${word}x/one.js`), scene.add(`${capital(word)}x/two.js`)] };
    },
  },
  {
    name: "a new file where the change makes a folder",
    rule: "name-collision",
    make: (scene) => {
      const path = `src/${scene.dice.word()}_both`;
      return { files: [scene.add(path), scene.add(`${path}/${scene.dice.word()}.js`)] };
    },
  },
  {
    name: "a renaming of case alone",
    rule: "name-collision",
    make: (scene) => {
      const path = scene.takeFile();
      const text = scene.texts.get(path) ?? "";
      return {
        files: [{ ...scene.edit(path, text), after: null }, scene.add(changeName(path, capital), text)],
      };
    },
  },
];
