/** Turns of loops and calls that a run may take. Instrumented sources call the global function at each of them. */
let left = Number.POSITIVE_INFINITY;
let given = left;
let isSpent = false;

class OutOfFuel extends Error {
  name = "OutOfFuel";
}

/** Defines the global function. What catches the error meets it again at its next turn, and so cannot go on. */
export function installFuel() {
  const value = () => {
    left -= 1;
    if (left >= 0) return;
    isSpent = true;
    throw new OutOfFuel("it takes more turns than it may");
  };
  Object.defineProperty(globalThis, "__nightshift_tick", { value });
}

/** Begins a run with that many turns. */
export function refuel(count) {
  left = count;
  given = count;
  isSpent = false;
}

/** Whether a run had more to do than it may, and how many turns it took. */
export function readFuel() {
  return { isSpent, used: given - left };
}
