export function sample({ toRoman, fromRoman, addRoman }, random) {
  const number = random.chance(0.1) ? random.pick([0, -4, 4000, 2.5, 3999, 1]) : random.int(1, 3999);
  const attempt = (act) => {
    try {
      return act();
    } catch (error) {
      return error;
    }
  };
  const noise = random.text("IVXLCDM", random.int(0, 5));
  const small = [random.int(1, 60), random.int(1, 60)];
  return [
    attempt(() => toRoman(number)),
    attempt(() => fromRoman(noise)),
    attempt(() => fromRoman(random.chance(0.5) ? ` ${toRoman(small[0]).toLowerCase()}` : toRoman(small[0]))),
    attempt(() => addRoman(toRoman(small[0]), toRoman(small[1]))),
  ];
}
