// biome-ignore-all lint/suspicious/noTemplateCurlyInString: what rules read is code in text here.
import { readsTests } from "../../../src/policy/smells/reads-tests.ts";
import { expectJudgements } from "./expect-judgements.ts";

expectJudgements(readsTests, {
  "src/a.js": {
    denied: [
      'import { expected } from "../test/cart.test.js"',
      'import x from "../tests/helpers.js"',
      'readFileSync("test/cart.test.js", "utf8")',
      'readFileSync(new URL("../test/" + "cart.test.js", import.meta.url))',
      'readFileSync(join("test", name))',
      'readdirSync(path.resolve("__tests__"))',
      'require("../test/fixtures/a.json")',
      "readFileSync(`src/__snapshots__/${name}.snap`)",
      'const file = "cart.test.js"; readFileSync(join(dir, file))',
      'const dir = "te" + "st/cart.te" + "st.js"; readFileSync(dir)',
    ],
    allowed: [
      'import { a } from "./a.js"; readFileSync("data/prices.csv")',
      'const route = "/test/"; const word = "test"; const words = ["fixtures", "golden"]',
      'const kind = "spec"; open(kind)'.replace("open(kind)", "use(kind)"),
      'join("latest", "a")',
    ],
  },
  "src/a.py": {
    denied: [
      'open("tests/test_cart.py").read()',
      'from pathlib import Path\n(Path("tests") / "test_cart.py").read_text()',
      'import os\nos.listdir(os.path.join(root, "tests"))',
      "import importlib\nimportlib.import_module('tests')",
      'from pathlib import Path\nPath("conftest.py").exists()',
    ],
    allowed: [
      '"""See tests/test_cart.py for more."""\nimport os\nos.path.join("a", "b")',
      'open("data/x.csv")',
    ],
  },
  "test/a.test.js": { allowed: ['readFileSync("test/fixtures/a.json")'] },
});
