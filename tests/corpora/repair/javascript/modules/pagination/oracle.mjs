export function sample({ paginate, pageWindow, sliceAfter, describePage }, random) {
  const attempt = (act) => {
    try {
      return act();
    } catch (error) {
      return error;
    }
  };
  const [total, page, perPage] = [random.int(0, 60), random.int(-1, 12), random.int(random.chance(0.05) ? -1 : 1, 12)];
  const pages = random.int(1, 15);
  const items = random.list(random.int(0, 7), (at) => ({ id: `i${at}` }));
  const cursor = random.chance(0.3) ? null : `i${random.int(0, 7)}`;
  return [
    attempt(() => paginate(total, page, perPage)),
    attempt(() => paginate(total, page)),
    pageWindow(random.int(1, pages), pages, random.int(0, 3)),
    pageWindow(random.int(1, pages), pages),
    sliceAfter(items, cursor, random.int(1, 4)),
    describePage({ start: random.int(0, 9), end: random.int(10, 20) }, random.int(0, 3) * random.int(0, 30), random.pick(["row", undefined])),
    items,
  ];
}
