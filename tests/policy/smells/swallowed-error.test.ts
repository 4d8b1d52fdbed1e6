import { swallowedError } from "../../../src/policy/smells/swallowed-error.ts";
import { expectJudgements } from "./expect-judgements.ts";

expectJudgements(swallowedError, {
  "src/a.js": {
    denied: [
      "try { f() } catch {}",
      "try { f() } catch (error) { }",
      "try { f() } catch { /* nothing to do */ }",
      "try { f() } catch (e) { ; }",
      "f().catch(() => {})",
      'f()["cat" + "ch"](function () {})',
      "f().then(g, () => {})",
      "function a() { try { f() } finally { return 1; } }",
    ],
    noted: [
      "function a() { try { return f() } catch { return null; } }",
      "f().catch(() => null)",
      "for (;;) { try { f() } catch { continue; } }",
    ],
    allowed: [
      "try { f() } catch (error) { throw new TypeError('no', { cause: error }); }",
      "try { f() } catch (error) { log(error); }",
      "f().catch((error) => report(error)).finally(() => close())",
      "try { f() } finally { close(); }",
    ],
  },
  "src/a.py": {
    denied: [
      "try:\n    f()\nexcept:\n    pass",
      "try:\n    f()\nexcept:\n    x = 1",
      "try:\n    f()\nexcept Exception:\n    pass",
      "try:\n    f()\nexcept (ValueError, Exception) as e:\n    pass",
      "E = Exception\ntry:\n    f()\nexcept E:\n    ...",
      "try:\n    f()\nexcept AssertionError:\n    pass",
      "from contextlib import suppress\nwith suppress(Exception):\n    f()",
      "def a():\n    try:\n        f()\n    finally:\n        return 1",
    ],
    noted: [
      "try:\n    f()\nexcept ValueError:\n    pass",
      "def a():\n    try:\n        return f()\n    except KeyError:\n        return None",
      "import warnings\nwarnings.simplefilter('ignore')",
    ],
    allowed: [
      "try:\n    f()\nexcept ValueError as e:\n    raise TypeError('no') from e",
      "try:\n    f()\nexcept:\n    close()\n    raise",
      "try:\n    f()\nexcept Exception as e:\n    log(e)",
      "from contextlib import suppress\nwith suppress(FileNotFoundError):\n    f()",
    ],
  },
  "src/A.java": { denied: ["try { f(); } catch (Exception e) {}"] },
  "src/a.go": { denied: ["defer func() { recover() }()"] },
});
