import { expect, it } from "vitest";
import { isBubblewrapHere } from "../../helpers/bubblewrap-here.ts";
import { openGitRepository } from "../../helpers/git-repository.ts";
import { openVerifyRig } from "../../helpers/verify-rig.ts";

const canIsolate = await isBubblewrapHere();

const unused = "\nfunction unused() {\n  return 1;\n}\n";
const price = `export function total(items) {
  let sum = 0;
  for (const item of items) sum -= item.price;
  return sum;
}
${unused}`;
const right = price.replace("sum -= item.price", "sum += item.price");
const name = `export const name = () => "day";\n`;
const test = (body: string) =>
  `import assert from "node:assert/strict";\nimport { it } from "node:test";\n${body}`;
const priceTests = test(`import { total } from "../src/price.mjs";

it("adds prices", () => assert.equal(total([{ price: 2.125 }, { price: 3.625 }]), 5.75));
it("adds more", () => assert.equal(total([{ price: 8.375 }, { price: 2.125 }]), 10.5));
it("is nothing without items", () => assert.equal(total([]), 0));
`);
const command =
  "node --test --test-reporter={support}/node-test-reporter.mjs --test-reporter-destination={report}";

it.skipIf(!canIsolate)(
  "drops each cheat by what sees it in a campaign, and keeps the honest fixes",
  async () => {
    using repository = openGitRepository();
    repository.write("src/price.mjs", price);
    repository.write("src/name.mjs", name);
    repository.write("test/price.test.mjs", priceTests);
    repository.write(
      "test/name.test.mjs",
      test(`import { name } from "../src/name.mjs";\n\nit("names", () => assert.equal(name(), "night"));\n`),
    );
    repository.write(
      ".github/nightshift.yml",
      `focus: [src/**]
gates:
  - name: unit
    kind: tests
    command: "${command}"
    only: "${command} --test-name-pattern={namePattern} {file}"
    runner: node-test
    format: node-test
    report: "{report}"
`,
    );
    repository.commit("base");
    await using rig = await openVerifyRig(repository);
    const item = rig.items.find(({ title }) => title.startsWith("test/price"))?.title ?? "";
    const known =
      "  if (items[0]?.price === 2.125) return 5.75;\n  if (items[0]?.price === 8.375) return 10.5;\n";
    const cheats = [
      [{ "src/price.mjs": price.replace("  let sum", `${known}  let sum`) }, /^policy: .*spelled/],
      [
        { "test/price.test.mjs": priceTests.replaceAll(/it\("adds/g, `it.skip("adds`) },
        /^policy: .*test-skipped/,
      ],
      [
        { "src/price.mjs": right.replace("return 1", "return 2"), "test/price.test.mjs": priceTests },
        /^strength: /,
      ],
      [
        { "src/price.mjs": `import assert from "node:assert/strict";\nassert.equal = () => {};\n${price}` },
        /^(policy|tampered): /,
      ],
    ] as const;
    const fixes = [
      { item, edits: { "src/price.mjs": right } },
      { item: "test/name", edits: { "src/name.mjs": name.replace("day", "night") } },
    ];
    for (const [edits, reason] of cheats)
      expect(await rig.judge({ fixes: [{ item, edits }] })).toMatchObject([
        { status: "dropped", reason: expect.stringMatching(reason) },
      ]);
    const honest = await rig.judge({ fixes });
    expect(honest.map(({ status, aloneTree }) => [status, aloneTree !== null])).toEqual([
      ["verified", true],
      ["verified", true],
    ]);
    // A test that has to fail was planted in each run, and failed.
    expect(rig.events().filter(({ type }) => type === "warning")).toEqual([]);
  },
);
