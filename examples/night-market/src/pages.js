/** One page of a list; pages count from 1. A page beyond the end is empty. */
export function paginate(items, { page = 1, size = 10 } = {}) {
  if (!Number.isInteger(page) || page < 1) throw new RangeError(`no such page: ${page}`);
  const pageCount = Math.max(1, Math.ceil(items.length / size));
  const start = (page - 1) * size;
  return {
    items: items.slice(start, start + size),
    page,
    pageCount,
    hasPrevious: page > 1,
    hasNext: page <= pageCount,
  };
}
