/** What can still be promised to customers. */
export function available({ onHand, reserved }) {
  return onHand - reserved;
}

/** The item with `quantity` more pieces reserved, or why that cannot be. */
export function reserve(item, quantity) {
  const left = available(item);
  if (quantity > left) return { status: "short", missing: quantity - left };
  return { status: "reserved", item: { ...item, reserved: item.reserved + left } };
}

/** The item after a customer took what was reserved for them. */
export function collect(item, quantity) {
  if (quantity > item.reserved) throw new RangeError(`only ${item.reserved} are reserved`);
  return { ...item, onHand: item.onHand - quantity, reserved: item.reserved - quantity };
}
