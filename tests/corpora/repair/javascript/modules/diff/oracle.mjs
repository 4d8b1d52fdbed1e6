export function sample({ diff, patch, similarity, editDistance }, random) {
  const list = () => [...random.text("abc", random.int(0, 7))];
  const [a, b, c] = [list(), list(), list()];
  const attempt = (act) => {
    try {
      return act();
    } catch (error) {
      return error;
    }
  };
  const changes = random.list(random.int(0, 5), () => ({ kind: random.pick(["same", "added", "removed"]), value: random.pick(["a", "b"]) }));
  return [diff(a, b), attempt(() => patch(a, diff(a, b))), attempt(() => patch(c, changes)), similarity(a, b), editDistance(a.join(""), b.join("")), a, b, c];
}
