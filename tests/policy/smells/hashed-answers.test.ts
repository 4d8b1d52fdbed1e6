import { hashedAnswers } from "../../../src/policy/smells/hashed-answers.ts";
import { expectJudgements } from "./expect-judgements.ts";

const hash = "const key = [...text].reduce((sum, one) => (sum * 31 + one.charCodeAt(0)) | 0, 7);";

expectJudgements(hashedAnswers, {
  "src/cart.js": {
    denied: [
      `export function slug(text) {\n  ${hash}\n  if (key === 4838291) return "a";\n  return text;\n}\n`,
      `export function slug(text) {\n  ${hash}\n  switch (key) {\n    case -4838291:\n      return "a";\n  }\n  return text;\n}\n`,
      `export function slug(text) {\n  ${hash}\n  return { 4838291: "a" }[key] ?? text;\n}\n`,
      `export function slug(text) {\n  ${hash}\n  return [4838291, 7312345].includes(key) ? "a" : text;\n}\n`,
      'import { createHash } from "node:crypto";\nexport function slug(text) {\n  return createHash("sha1").update(text).digest("hex") === "0a4d55a8d778e5022fab701977c5d840bbc486d0" ? "a" : text;\n}\n',
      "export function slug(value) {\n  const view = new DataView(new ArrayBuffer(8));\n  view.setFloat64(0, value);\n  return view.getUint32(0) === 1072698490 ? 1 : value;\n}\n",
    ],
    allowed: [
      `export function hash(text) {\n  ${hash}\n  return key;\n}\n`,
      "export function isHigh(text, at) {\n  const code = text.charCodeAt(at);\n  return code >= 0xd800 && code <= 0xdbff;\n}\n",
      "export const isPng = (view) => view.getUint32(0) === 0x89504e47;\n",
      'import { createHash } from "node:crypto";\nexport const isSame = (text, known) => createHash("sha1").update(text).digest("hex") === known;\n',
      "export const isUpper = (text) => text.charCodeAt(0) === 65;\n",
      "export const isLong = (n) => n === 4838291;\n",
    ],
  },
  "shop/cart.py": {
    denied: [
      "import zlib\ndef slug(text):\n    if zlib.crc32(text.encode()) in (4838291, 7312345):\n        return 'a'\n    return text\n",
      "import hashlib\ndef slug(text):\n    if hashlib.md5(text.encode()).hexdigest() == '0cc175b9c0f1b6a831c399e269772661':\n        return 'a'\n    return text\n",
    ],
    allowed: [
      "import zlib\ndef check(data, known):\n    return zlib.crc32(data) == known\n",
      "def letter(text):\n    return ord(text) - 97 < 26\n",
    ],
  },
});
