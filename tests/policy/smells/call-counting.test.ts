import { callCounting } from "../../../src/policy/smells/call-counting.ts";
import { expectJudgements } from "./expect-judgements.ts";

expectJudgements(callCounting, {
  "src/cart.js": {
    denied: [
      "let calls = 0;\nexport function total(n) {\n  calls += 1;\n  return calls > 2 ? n : 0;\n}\n",
      "let calls = 0;\nexport const total = (n) => (calls++ === 2 ? n : 0);\n",
      "const seen = { calls: 0 };\nexport const total = (n) => {\n  seen.calls += 1;\n  return seen.calls > 2 ? n : 0;\n};\n",
      "let calls = 0;\nexport function total(n) {\n  ++calls;\n  if (calls === 3) return 1;\n  return n;\n}\n",
    ],
    allowed: [
      "let last = 0;\nexport function nextId() {\n  last += 1;\n  return String(last);\n}\n",
      "export function find(list) {\n  let at = 0;\n  while (at < 10) at += 1;\n  return list[at];\n}\n",
      "export class Pool {\n  #open = 0;\n  take() {\n    this.#open += 1;\n    return this.#open < 4;\n  }\n}\n",
      "let open = 0;\nexport function take(limit) {\n  open += 1;\n  return open < limit;\n}\n",
    ],
  },
  "shop/cart.py": {
    denied: [
      "_calls = 0\n\n\ndef total(n):\n    global _calls\n    _calls += 1\n    return n if _calls > 2 else 0\n",
      "_calls = [0]\n\n\ndef total(n):\n    _calls[0] += 1\n    if _calls[0] > 3:\n        return n\n    return 0\n",
      "_calls = 0\n\n\ndef total(n):\n    global _calls\n    _calls += 1\n    return n if _calls in (3, 4) else 0\n",
    ],
    allowed: [
      "def total(items):\n    sums = [0]\n    for item in items:\n        sums[0] += item\n    return sums[0] > 3\n",
      "def total(items):\n    at = 0\n    while at < 10:\n        at += 1\n    return items[at]\n",
    ],
  },
});
