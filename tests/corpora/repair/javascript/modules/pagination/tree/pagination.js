/** Which part of `total` items a page shows; pages count from 1, and a page that is not there becomes the nearest. */
export function paginate(total, page, perPage = 10) {
  if (perPage < 1) throw new RangeError(`perPage: ${perPage}`);
  const pages = Math.max(1, Math.ceil(total / perPage));
  const current = Math.min(Math.max(1, page), pages);
  const start = (current - 1) * perPage;
  const end = Math.min(start + perPage, total);
  return { page: current, pages, start, end, hasPrevious: current > 1, hasNext: current < pages };
}

/** Numbers of pages to show around the current one, with null where some are left out. */
export function pageWindow(current, pages, around = 1) {
  const shown = new Set([1, pages]);
  for (let page = current - around; page <= current + around; page++) {
    if (page >= 1 && page <= pages) shown.add(page);
  }
  const sorted = [...shown].sort((a, b) => a - b);
  const result = [];
  for (const page of sorted) {
    const last = result.at(-1);
    if (last !== undefined && page - last === 2) result.push(page - 1);
    else if (last !== undefined && page - last > 2) result.push(null);
    result.push(page);
  }
  return result;
}

/** Items after a cursor, which is the id of the last one that was seen, with the cursor for the next part. */
export function sliceAfter(items, cursor, limit) {
  const from = cursor === null ? 0 : items.findIndex(({ id }) => id === cursor) + 1;
  const part = items.slice(from, from + limit);
  const isLast = from + limit >= items.length;
  return { items: part, cursor: isLast || part.length === 0 ? null : part[part.length - 1].id };
}

/** "Showing 11 to 20 of 95", in words for few. */
export function describePage({ start, end }, total, noun = "item") {
  if (total === 0) return `No ${noun}s`;
  if (total === 1) return `1 ${noun}`;
  return `${noun}s ${start + 1} to ${end} of ${total}`;
}
