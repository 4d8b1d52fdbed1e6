/** A machine of `{ initial, states: { name: { on: { event: target | { target, guard, action } }, entry, exit } } }`. */
export function createMachine({ initial, states, context = {} }) {
  if (!Object.hasOwn(states, initial)) throw new Error(`no such state: ${initial}`);
  for (const [name, { on = {} }] of Object.entries(states)) {
    for (const step of Object.values(on).flat()) {
      const target = typeof step === "string" ? step : (step.target ?? name);
      if (!Object.hasOwn(states, target)) throw new Error(`${name} leads to no state: ${target}`);
    }
  }
  let current = initial;
  let data = { ...context };
  const history = [initial];

  function run(action, event) {
    if (action !== undefined) data = { ...data, ...action(data, event) };
  }

  function findStep(event) {
    const steps = [states[current].on?.[event.type] ?? []].flat();
    return steps
      .map((step) => (typeof step === "string" ? { target: step } : step))
      .find(({ guard }) => guard === undefined || guard(data, event));
  }

  return {
    get state() {
      return current;
    },
    get context() {
      return data;
    },
    get history() {
      return [...history];
    },
    can: (type) => findStep({ type }) !== undefined,
    /** True where the event was of use. */
    send(type, payload = {}) {
      const event = { type, ...payload };
      const step = findStep(event);
      if (step === undefined) return false;
      if (step.target === undefined) {
        run(step.action, event);
        return true;
      }
      run(states[current].exit, event);
      run(step.action, event);
      current = step.target;
      history.push(current);
      run(states[current].entry, event);
      return true;
    },
    isDone: () => Object.keys(states[current].on ?? {}).length === 0,
  };
}

/** States that can be reached, in the order in which they are found; guards are taken to let through. */
export function findReachable({ initial, states }) {
  const found = [initial];
  for (const name of found) {
    for (const step of Object.values(states[name].on ?? {}).flat()) {
      const target = typeof step === "string" ? step : step.target;
      if (target !== undefined && !found.includes(target)) found.push(target);
    }
  }
  return found;
}
