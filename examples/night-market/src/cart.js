import { percentOf } from "./money.js";

const REGULARS_PERCENT = 10;
const FREE_BAG_FROM = 2000;
const BAG_CENTS = 25;

/** What the lines cost before any discount, in cents. */
export function subtotal(lines) {
  return lines.reduce((sum, { cents, quantity }) => sum + cents * quantity, 0);
}

/** What the customer pays, in cents: regulars get ten percent off; a bag is free from 20.00. */
export function total(lines, { isRegular = false, needsBag = false } = {}) {
  const goods = subtotal(lines);
  const discount = isRegular ? percentOf(goods, REGULARS_PERCENT) : 0;
  const bag = needsBag && goods < FREE_BAG_FROM ? BAG_CENTS : 0;
  return goods + discount + bag;
}
