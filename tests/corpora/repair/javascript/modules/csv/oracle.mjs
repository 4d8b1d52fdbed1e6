export function sample({ parseCsv, parseRecords, formatCsv }, random) {
  const noise = random.text('ab,;"\n\r ', random.int(0, 14));
  const rows = random.list(random.int(0, 4), () =>
    random.list(random.int(1, 4), () =>
      random.chance(0.1) ? random.pick([null, 7, undefined]) : random.text('abc ,;"\n', random.int(0, 4)),
    ),
  );
  const separator = random.pick([",", ";"]);
  const attempt = (act) => {
    try {
      return act();
    } catch (error) {
      return error;
    }
  };
  const plain = random
    .list(random.int(1, 4), () => random.list(random.int(1, 3), () => random.text("ab c", random.int(0, 2))).join(","))
    .join(random.pick(["\n", "\r\n"]));
  return [
    attempt(() => parseCsv(noise)),
    attempt(() => parseCsv(noise, { separator })),
    attempt(() => parseCsv(plain)),
    attempt(() => parseRecords(plain)),
    attempt(() => formatCsv(rows)),
    attempt(() => formatCsv(rows, { separator })),
    rows,
  ];
}
