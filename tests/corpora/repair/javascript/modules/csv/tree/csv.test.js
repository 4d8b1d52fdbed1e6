import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { formatCsv, parseCsv, parseRecords } from "./csv.js";

describe("parseCsv", () => {
  it("splits rows and fields", () => assert.deepEqual(parseCsv("a,b\nc,d\n"), [["a", "b"], ["c", "d"]]));
  it("needs no line end at the end", () => assert.deepEqual(parseCsv("a,b\nc,d"), [["a", "b"], ["c", "d"]]));
  it("keeps empty fields", () => assert.deepEqual(parseCsv("a,,b\n,\n"), [["a", "", "b"], ["", ""]]));
  it("keeps an empty field at the end", () => assert.deepEqual(parseCsv("a,"), [["a", ""]]));
  it("takes separators in quotes", () => assert.deepEqual(parseCsv('"a,b",c'), [["a,b", "c"]]));
  it("takes line ends in quotes", () => assert.deepEqual(parseCsv('"a\nb",c'), [["a\nb", "c"]]));
  it("takes doubled quotes", () => assert.deepEqual(parseCsv('"say ""hi"" now"'), [['say "hi" now']]));
  it("takes line ends of Windows", () => assert.deepEqual(parseCsv("a,b\r\nc,d\r\n"), [["a", "b"], ["c", "d"]]));
  it("takes another separator", () => assert.deepEqual(parseCsv("a;b,c", { separator: ";" }), [["a", "b,c"]]));
  it("takes a quote inside of a field as it is", () => assert.deepEqual(parseCsv('5" nail,x'), [['5" nail', "x"]]));
  it("refuses a quote that is not closed", () => assert.throws(() => parseCsv('"a,b'), SyntaxError));
  it("has no rows in nothing", () => assert.deepEqual(parseCsv(""), []));
});

describe("parseRecords", () => {
  it("names fields", () => {
    assert.deepEqual(parseRecords("id, name\n1,Ann\n2,Bo"), [
      { id: "1", name: "Ann" },
      { id: "2", name: "Bo" },
    ]);
  });
  it("skips empty rows and fills short ones", () => {
    assert.deepEqual(parseRecords("a,b\n\n1\n"), [{ a: "1", b: "" }]);
  });
});

describe("formatCsv", () => {
  it("writes rows", () => assert.equal(formatCsv([["a", 1], ["b", null]]), "a,1\nb,"));
  it("quotes what has to be", () => {
    assert.equal(formatCsv([["a,b", 'say "hi"', "x\ny"]]), '"a,b","say ""hi""","x\ny"');
  });
  it("quotes by its own separator", () => assert.equal(formatCsv([["a,b", "c;d"]], { separator: ";" }), 'a,b;"c;d"'));
});
