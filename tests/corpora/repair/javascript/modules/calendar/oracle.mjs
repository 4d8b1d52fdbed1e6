export function sample(module, random) {
  const year = random.pick([1900, 1999, 2000, 2023, 2024, 2100]);
  const date = { year, month: random.int(1, 12), day: random.int(1, 28) };
  const odd = { year, month: random.int(0, 13), day: random.int(0, 32) };
  const late = { ...date, day: random.int(26, 31) };
  const holidays = random.list(random.int(0, 3), () => ({ month: date.month, day: random.int(1, 28) }));
  return [
    module.isLeapYear(year + random.int(0, 4)),
    module.daysInMonth(year, date.month),
    module.isValid(odd),
    module.dayOfYear(date),
    module.weekday(date),
    module.addDays(date, random.int(-500, 500)),
    module.addMonths(late, random.int(-20, 20)),
    module.nextWorkday(date, holidays),
    module.nextWorkday(date),
    date,
    late,
  ];
}
