import type { Domain } from "../domain.ts";

/** Medians; an even number of values has none of its own in the list. */
export const statistics: Domain = {
  module: "statistics",
  names: ["median", "middleValue", "medianOf"],
  parameters: [{ name: "values", type: "readonly number[]" }],
  returns: "number",
  summary: "The median: the value in the middle, or the mean of the two there.",
  js: {
    buggy: "const sorted = [...values].sort((a, b) => a - b);\nreturn sorted[Math.floor(sorted.length / 2)];",
    fixes: {
      operator: {
        body: "const sorted = [...values].sort((a, b) => a - b);\nconst low = sorted[Math.floor((sorted.length - 1) / 2)];\nreturn (low + sorted[Math.floor(sorted.length / 2)]) / 2;",
      },
      guard: {
        body: "const sorted = [...values].sort((a, b) => a - b);\nconst middle = Math.floor(sorted.length / 2);\nif (sorted.length % 2 === 0) {\n  return (sorted[middle - 1] + sorted[middle]) / 2;\n}\nreturn sorted[middle];",
      },
      loop: {
        body: "const left = [...values].sort((a, b) => a - b);\nwhile (left.length > 2) {\n  left.pop();\n  left.shift();\n}\nreturn left.reduce((sum, value) => sum + value, 0) / left.length;",
      },
      helper: {
        body: "const sorted = [...values].sort((a, b) => a - b);\nreturn mean(sorted.slice(Math.ceil(sorted.length / 2) - 1, Math.floor(sorted.length / 2) + 1));",
        helper:
          "function mean(numbers) {\n  return numbers.reduce((sum, value) => sum + value, 0) / numbers.length;\n}",
      },
    },
  },
  py: {
    buggy: "ordered = sorted(values)\nreturn ordered[len(ordered) // 2]",
    fixes: {
      operator: {
        body: "ordered = sorted(values)\nlow = ordered[(len(ordered) - 1) // 2]\nreturn (low + ordered[len(ordered) // 2]) / 2",
      },
      guard: {
        body: "ordered = sorted(values)\nmiddle = len(ordered) // 2\nif len(ordered) % 2 == 0:\n    return (ordered[middle - 1] + ordered[middle]) / 2\nreturn ordered[middle]",
      },
      loop: {
        body: "left = sorted(values)\nwhile len(left) > 2:\n    left = left[1:-1]\nreturn sum(left) / len(left)",
      },
      helper: {
        body: "ordered = sorted(values)\nmiddle = len(ordered) // 2\nreturn _mean(ordered[(len(ordered) - 1) // 2 : middle + 1])",
        helper: "def _mean(numbers):\n    return sum(numbers) / len(numbers)",
      },
    },
  },
  right: (values) => {
    const sorted = [...(values as readonly number[])].sort((a, b) => a - b);
    const [low = 0, high = 0] = [
      sorted[Math.floor((sorted.length - 1) / 2)],
      sorted[Math.floor(sorted.length / 2)],
    ];
    return (low + high) / 2;
  },
  ordinary: (random) => [listOf(random.pick([3, 5]), () => random.int(2, 400))],
  edge: (random) => {
    const values = listOf(random.pick([4, 6]), (index) => random.int(2, 90) + index * 100);
    return [random.shuffle(values)];
  },
};

function listOf(length: number, make: (index: number) => number): number[] {
  return Array.from({ length }, (_, index) => make(index));
}
