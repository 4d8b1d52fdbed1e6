import type { ProjectKind } from "./project.ts";

/** Files that the tests' runner does not run: end-to-end tests, a description of behaviour, data of tests. */
export function renderExtras({ language }: ProjectKind): Readonly<Record<string, string>> {
  const common = {
    "e2e/shop_spec.rb":
      'describe "the shop" do\n  it "opens" do\n    expect(visit("/").title).to eq "Market"\n  end\nend\n',
    "e2e/shop.feature":
      "Feature: the shop\n\n  Scenario: it opens\n    When somebody visits\n    Then the title is Market\n",
    [language === "py" ? "tests/fixtures/rates.json" : "test/fixtures/rates.json"]:
      '{ "reduced": 7, "full": 19 }\n',
  };
  return language === "py"
    ? {
        ...common,
        "e2e/shop_e2e.py":
          'def visit(path):\n    return open_page("http://localhost:8080" + path)\n\n\ndef test_opens_the_shop():\n    assert visit("/").title == "Market"\n\n\ndef test_sells_an_apple():\n    page = visit("/apples")\n    assert page.buy(1).total == 120\n',
      }
    : {
        ...common,
        "e2e/shop.e2e.js":
          'const visit = (path) => openPage("http://localhost:8080" + path);\n\ntest("opens the shop", async () => {\n  const page = await visit("/");\n  expect(await page.title()).toBe("Market");\n});\n\ntest("sells an apple", async () => {\n  const page = await visit("/apples");\n  expect(await page.buy(1)).toEqual({ total: 120 });\n});\n',
      };
}
