import { expect, it } from "vitest";
import { fileTampering } from "../../../src/policy/smells/file-tampering.ts";
import { expectJudgements } from "./expect-judgements.ts";
import { judgeChange } from "./judge-change.ts";

expectJudgements(fileTampering, {
  "src/a.js": {
    denied: [
      'import { writeFileSync } from "node:fs"; writeFileSync("a", "b")',
      'import fs from "fs"; fs["write" + "FileSync"]("a", "b")',
      'import fs from "node:fs/promises"; await fs.rm("a")',
      'import { promises as fs } from "fs"; await fs.unlink("a")',
      'require("fs").promises.appendFile("a", "b")',
      'import * as fs from "fs"; const { rename } = fs; rename(a, b, f)',
      'import fs from "fs"; fs[name]("a")',
      'import fs from "fs"; fs.createWriteStream("a")',
      'import fs from "fs"; fs.openSync("a", "w")',
      'import fs from "fs"; fs.openSync("a", flags)',
      'process.getBuiltinModule("fs").writeFileSync("a", "b")',
      'Bun.write("a", "b")',
    ],
    allowed: [
      'import { readFileSync } from "node:fs"; readFileSync("a", "utf8")',
      'import fs from "fs"; fs.openSync("a", "r"); fs.existsSync("a")',
      "stream.write(1); list.rm(2); disk.unlink()",
      "import { writeFile } from './writer.js'; writeFile(1)",
    ],
  },
  "src/a.py": {
    denied: [
      'open("a", "w")',
      'open("a", mode="a")',
      'open("a", "r+")',
      "open('a', mode)",
      'o = open\no("a", "w")',
      'import io\nio.open("a", "x")',
      'import os\nos.remove("a")',
      'from os import rename as r\nr("a", "b")',
      "import shutil\nshutil.rmtree(p)",
      'from pathlib import Path\nPath("a").write_text("b")',
      "path.unlink()",
      'Path("a").open("w")',
    ],
    allowed: [
      'open("a")',
      'open("a", "rb")',
      'open("a", encoding="utf-8")',
      'with open(path, mode="r") as f:\n    f.read()',
      '"a".replace("a", "b")',
      "Path('a').read_text()\ndoor.open('wide')",
      "import os\nos.path.exists('a')",
    ],
  },
  "src/a.go": { denied: ['os.WriteFile("a", b, 0644)'] },
  "test/a.test.js": { noted: ['import { writeFileSync } from "node:fs"; writeFileSync(tmp, "b")'] },
});

it("only points out one more place where a file already writes", async () => {
  const before = 'import fs from "node:fs";\nfs.writeFileSync("a", "b");\n';
  const after = `${before}fs.rmSync("c");\n`;
  const found = await judgeChange(fileTampering, [{ path: "src/a.js", before, after }]);
  expect(found).toMatchObject([{ line: 3, severity: "note" }]);
});
