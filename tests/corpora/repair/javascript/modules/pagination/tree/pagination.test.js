import { describe, expect, it } from "vitest";
import { describePage, pageWindow, paginate, sliceAfter } from "./pagination.js";

describe("paginate", () => {
  it("shows the first page", () => {
    expect(paginate(25, 1)).toEqual({ page: 1, pages: 3, start: 0, end: 10, hasPrevious: false, hasNext: true });
  });
  it("shows a last page that is not full", () => {
    expect(paginate(25, 3)).toEqual({ page: 3, pages: 3, start: 20, end: 25, hasPrevious: true, hasNext: false });
  });
  it("has no empty last page", () => expect(paginate(20, 2).pages).toBe(2));
  it("takes the nearest page for one that is not there", () => {
    expect(paginate(25, 9).page).toBe(3);
    expect(paginate(25, 0).page).toBe(1);
  });
  it("has one page of nothing", () => expect(paginate(0, 1)).toMatchObject({ pages: 1, start: 0, end: 0, hasNext: false }));
  it("refuses pages of nothing", () => expect(() => paginate(5, 1, 0)).toThrow(RangeError));
});
describe("pageWindow", () => {
  it("shows both ends and what is around", () => expect(pageWindow(5, 10)).toEqual([1, null, 4, 5, 6, null, 10]));
  it("shows a page rather than leaving out one", () => expect(pageWindow(4, 7)).toEqual([1, 2, 3, 4, 5, 6, 7]));
  it("shows few pages all", () => expect(pageWindow(1, 2)).toEqual([1, 2]));
  it("shows more around", () => expect(pageWindow(6, 20, 2)).toEqual([1, null, 4, 5, 6, 7, 8, null, 20]));
  it("shows the only page once", () => expect(pageWindow(1, 1)).toEqual([1]));
  it("orders by number", () => expect(pageWindow(10, 12)).toEqual([1, null, 9, 10, 11, 12]));
});
describe("sliceAfter", () => {
  const items = ["a", "b", "c", "d", "e"].map((id) => ({ id }));
  it("starts at the beginning", () => expect(sliceAfter(items, null, 2)).toEqual({ items: items.slice(0, 2), cursor: "b" }));
  it("goes on behind the cursor", () => expect(sliceAfter(items, "b", 2)).toEqual({ items: items.slice(2, 4), cursor: "d" }));
  it("ends without a cursor", () => {
    expect(sliceAfter(items, "d", 2)).toEqual({ items: items.slice(4), cursor: null });
    expect(sliceAfter(items, "c", 2).cursor).toBe(null);
  });
});
describe("describePage", () => {
  it("counts from one", () => expect(describePage({ start: 10, end: 20 }, 95)).toBe("items 11 to 20 of 95"));
  it("has words for few", () => {
    expect(describePage({ start: 0, end: 0 }, 0, "row")).toBe("No rows");
    expect(describePage({ start: 0, end: 1 }, 1, "row")).toBe("1 row");
  });
});
