import { outputForging } from "../../../src/policy/smells/output-forging.ts";
import { expectJudgements } from "./expect-judgements.ts";

expectJudgements(outputForging, {
  "src/a.js": {
    denied: [
      'console.log("ok 1 - adds")',
      'console.log("o" + "k 1 - adds")',
      'console.log("not ok 2")',
      'print("TAP version 13")',
      'print("1..4")',
      "print(`<testsuite name='a' tests='1'>`)",
      'print("::set-output name=a::b")',
      'print("::error file=a::b")',
      'print("\\n::add-mask::b")',
      'print(JSON.stringify({ numFailedTests: 0, "numPassedTests": 3 }), "numPassedTests")',
      'import fs from "fs"; fs.writeSync(1, "x")',
      'import { writeSync as w } from "node:fs"; w(2, "x")',
      'import fs from "fs"; fs.writeFileSync("/dev/stdout", "x")',
      "process.send({})",
      "process.stdout.write = () => true",
      'process.stdout["wri" + "te"] = f',
      "process.stdout._handle",
      "process.stdout.end()",
      "process.disconnect()",
    ],
    allowed: [
      'console.log("ok")',
      "process.stdout.write(text)",
      'throw new Error("not ok")',
      'const a = "std::vector"; const b = "a::b"; const c = "::1"',
      "socket.send({}); res.end()",
      'const label = "12 passed stations"',
    ],
  },
  "src/a.py": {
    denied: [
      'print("ok 1 - adds")',
      'import os\nos.write(1, b"x")',
      "import sys\nsys.stdout = f",
      "import sys\nsys.__stdout__.write('x')",
      "import os\nos.dup2(a, 1)",
      'open("/dev/stdout", "w")',
      "print('===== 3 passed in 0.1s =====')",
      "import os\nos.close(1)",
    ],
    allowed: ["import sys\nsys.stdout.write(text)", "print(total)", "import sys\nprint(x, file=sys.stderr)"],
  },
  "test/a.test.js": { noted: ['expect(line).toBe("::error::no")'], denied: ["process.send({})"] },
  "src/a.go": { denied: ['fmt.Println("--- PASS: TestA (0.00s)")'] },
  "src/a.rs": { denied: ['println!("test result: ok. 3 passed");'] },
});
