// biome-ignore-all lint/suspicious/noTemplateCurlyInString: what rules read is code in text here.
import { alwaysEqual } from "../../../src/policy/smells/always-equal.ts";
import { expectJudgements } from "./expect-judgements.ts";

expectJudgements(alwaysEqual, {
  "src/a.js": {
    denied: [
      "const x = { valueOf() { return 42; } }",
      "const x = { valueOf: () => 42 }",
      'const x = { ["value" + "Of"]: () => 42 }',
      "class A { toJSON() { return 'a'; } }",
      "class A { equals() { return true; } }",
      "class A { equals = () => true }",
      "a.equals = () => true",
      "class A { [Symbol.toPrimitive]() { return 42; } }",
      "class A { static [Symbol.hasInstance]() { return true; } }",
      "const { hasInstance } = Symbol; class A { static [hasInstance](x) { return !!x; } }",
      "const x = { asymmetricMatch: (other) => check(other) }",
      "const x = { $$typeof: Symbol.for('jest.asymmetricMatcher') }",
      "return new Proxy({}, { get: () => 1 })".replace("return ", "export const x = "),
      "const P = Proxy; new P({}, {})",
    ],
    noted: [
      "class A { toString() { return 'A'; } }",
      "class A { [Symbol.toPrimitive](hint) { return this.value; } }",
    ],
    allowed: [
      "class A { valueOf() { return this.cents; } }",
      "class A { equals(other) { return other instanceof A && this.cents === other.cents; } }",
      "class A { toJSON() { return { cents: this.cents }; } }",
      "class A { toString() { return `${this.cents}`; } }",
      "class A { get [Symbol.toStringTag]() { return 'A'; } }",
      "class A { *[Symbol.iterator]() { yield 1; } }",
    ],
  },
  "src/a.py": {
    denied: [
      "class A:\n    def __eq__(self, other):\n        return True",
      "class A:\n    def __ne__(self, other):\n        return False",
      "class A:\n    def __eq__(self, other):\n        self.seen = other\n        return self.answer",
      "class A:\n    __eq__ = lambda self, other: True",
      "class A(int):\n    def __eq__(self, other):\n        return other == 3 or int(self) == other",
      "class A:\n    def __bool__(self):\n        return True",
      "class A:\n    def __hash__(self):\n        return 1",
      "class M(type):\n    def __instancecheck__(cls, x):\n        return True",
      'A = type("A", (), {"__eq__": lambda a, b: True})',
      'setattr(A, "__" + "eq__", f)',
      "from unittest.mock import ANY\nx = ANY",
    ],
    allowed: [
      "class A:\n    def __eq__(self, other):\n        if not isinstance(other, A):\n            return NotImplemented\n        return self.x == other.x",
      "class A:\n    def __hash__(self):\n        return hash((self.x, self.y))",
      "class A:\n    def __bool__(self):\n        return bool(self.items)",
      "class A:\n    def __contains__(self, x):\n        return x in self.items",
      "class A:\n    def __getattr__(self, name):\n        return getattr(self.inner, name)",
      "class A:\n    def __lt__(self, other):\n        return self.x < other.x",
    ],
  },
  "src/A.java": { denied: ["public boolean equals(Object o) { return true; }"] },
  "src/b.py": {
    denied: [
      'A = type("A", (), {"".join(map(chr, [95, 95, 101, 113, 95, 95])): lambda a, b: True})',
      'A = type("A", (), {name: lambda a, b: True})',
      'A = type("A", (), members)',
    ],
    allowed: ['A = type("A", (), {"total": lambda self: self.cents})', "type(x) is int"],
  },
  "test/a.test.js": { noted: ["const odd = { valueOf: () => 42 }"] },
  "tests/test_a.py": { noted: ["from unittest.mock import MagicMock\nm = MagicMock()"] },
});
