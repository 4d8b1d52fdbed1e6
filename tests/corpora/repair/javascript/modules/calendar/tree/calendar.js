const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Dates are `{ year, month, day }`, months from 1. */
export function isLeapYear(year) {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

export function daysInMonth(year, month) {
  return month === 2 && isLeapYear(year) ? 29 : LENGTHS[month - 1];
}

export function isValid({ year, month, day }) {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

export function dayOfYear({ year, month, day }) {
  let days = day;
  for (let before = 1; before < month; before++) days += daysInMonth(year, before);
  return days;
}

/** 0 is Monday (Zeller's congruence, shifted). */
export function weekday({ year, month, day }) {
  const shifted = month < 3 ? month + 12 : month;
  const of = month < 3 ? year - 1 : year;
  const century = Math.floor(of / 100);
  const inCentury = of % 100;
  const sum = day + Math.floor((13 * (shifted + 1)) / 5) + inCentury + Math.floor(inCentury / 4) + Math.floor(century / 4) + 5 * century;
  return (sum + 5) % 7;
}

export function addDays(date, count) {
  let { year, month, day } = date;
  day += count;
  while (day > daysInMonth(year, month)) {
    day -= daysInMonth(year, month);
    month += 1;
    if (month > 12) {
      month = 1;
      year += 1;
    }
  }
  while (day < 1) {
    month -= 1;
    if (month < 1) {
      month = 12;
      year -= 1;
    }
    day += daysInMonth(year, month);
  }
  return { year, month, day };
}

/** Months later or earlier; the day becomes the last one where the month is shorter. */
export function addMonths({ year, month, day }, count) {
  const index = year * 12 + (month - 1) + count;
  const newYear = Math.floor(index / 12);
  const newMonth = (index % 12) + 1;
  return { year: newYear, month: newMonth, day: Math.min(day, daysInMonth(newYear, newMonth)) };
}

/** The next date that is no Saturday, no Sunday and no holiday. */
export function nextWorkday(date, holidays = []) {
  let next = addDays(date, 1);
  const isFree = (day) =>
    weekday(day) >= 5 || holidays.some((holiday) => holiday.month === day.month && holiday.day === day.day);
  while (isFree(next)) next = addDays(next, 1);
  return next;
}
