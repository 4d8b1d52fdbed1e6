export type Listener<State> = (state: State, previous: State) => void;
export type Store<State extends object> = {
  get(): State;
  set(change: Partial<State> | ((state: State) => Partial<State>)): void;
  subscribe(listener: Listener<State>): () => void;
  select<Part>(read: (state: State) => Part, onChange: (part: Part, previous: Part) => void): () => void;
  batch(act: () => void): void;
  undo(): boolean;
  redo(): boolean;
};

/** State that tells who listens when it changes, and that can go back. */
export function createStore<State extends object>(initial: State, { depth = 20 }: { readonly depth?: number } = {}): Store<State> {
  let state = initial;
  let batching = 0;
  let beforeBatch = initial;
  const past: State[] = [];
  const future: State[] = [];
  const listeners = new Set<Listener<State>>();

  function tell(previous: State): void {
    for (const listener of [...listeners]) listener(state, previous);
  }

  function remember(previous: State): void {
    past.push(previous);
    if (past.length > depth) past.shift();
    future.length = 0;
  }

  function move(from: State[], to: State[]): boolean {
    const next = from.pop();
    if (next === undefined) return false;
    const previous = state;
    to.push(previous);
    state = next;
    tell(previous);
    return true;
  }

  const store: Store<State> = {
    get: () => state,
    set(change) {
      const part = typeof change === "function" ? change(state) : change;
      const keys = Object.keys(part) as (keyof State)[];
      if (keys.every((key) => Object.is(part[key], state[key]))) return;
      const previous = state;
      state = { ...state, ...part };
      if (batching > 0) return;
      remember(previous);
      tell(previous);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    select(read, onChange) {
      let part = read(state);
      return store.subscribe((current) => {
        const next = read(current);
        if (Object.is(next, part)) return;
        const previous = part;
        part = next;
        onChange(next, previous);
      });
    },
    batch(act) {
      if (batching === 0) beforeBatch = state;
      batching += 1;
      try {
        act();
      } finally {
        batching -= 1;
        if (batching === 0 && state !== beforeBatch) {
          remember(beforeBatch);
          tell(beforeBatch);
        }
      }
    },
    undo: () => move(past, future),
    redo: () => move(future, past),
  };
  return store;
}
