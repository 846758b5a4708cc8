/**
 * A memo of values derived from immutable objects, such as the columns and affiliations of a
 * revision. The returned function gives the value for these objects and this name, and computes it
 * with `make` on the first call. Values are released with the objects.
 */
export function createMemo<Value>() {
  return memoIn(new WeakMap<object, Branch<Value>>());
}

function memoIn<Value>(root: WeakMap<object, Branch<Value>>) {
  return (things: Things, name: string, make: () => Value): Value => {
    const { values } = find(root, things);
    const before = values.get(name);
    if (before !== undefined) return before;
    const made = make();
    values.set(name, made);
    return made;
  };
}

/** The objects from which a value is derived. */
type Things = readonly [object, ...object[]];

/** A value of a shared memo. */
export interface SharedValue {
  /** Name of the memo. */
  readonly memo: string;
  readonly things: Things;
  readonly name: string;
  /** Plain data whose arrays are in shared memory. */
  readonly value: object;
}

let announce: (made: SharedValue) => void = () => {};
const takers = new Map<string, typeof takeSharedValue>();

/** Calls `listener` with each value that a shared memo of this thread computes. */
export function onSharedValue(listener: (made: SharedValue) => void): void {
  announce = listener;
}

/**
 * Takes over a value that another thread computed from the same things. If this thread has one too, it
 * keeps its own unless the other `isPreferredTo` it. Returns the value that it has now.
 */
export function takeSharedValue(
  value: SharedValue,
  isPreferredTo: (own: object) => boolean,
): object {
  return takers.get(value.memo)?.(value, isPreferredTo) ?? value.value;
}

/** A memo whose values threads take over from each other, so that they are in memory once. */
export function createSharedMemo<Value extends object>(memo: string) {
  const root = new WeakMap<object, Branch<Value>>();
  takers.set(memo, ({ things, name, value }, isPreferredTo) => {
    const { values } = find(root, things);
    const own = values.get(name);
    if (own !== undefined && !isPreferredTo(own)) return own;
    values.set(name, value as Value);
    return value;
  });
  const memoize = memoIn(root);
  return (things: Things, name: string, make: () => Value): Value =>
    memoize(things, name, () => {
      const value = make();
      announce({ memo, things, name, value });
      return value;
    });
}

interface Branch<Value> {
  readonly values: Map<string, Value>;
  readonly further: WeakMap<object, Branch<Value>>;
}

function find<Value>(root: WeakMap<object, Branch<Value>>, things: Things): Branch<Value> {
  const [first, ...others] = things;
  let branch = branchOf(root, first);
  for (const thing of others) branch = branchOf(branch.further, thing);
  return branch;
}

function branchOf<Value>(branches: WeakMap<object, Branch<Value>>, thing: object): Branch<Value> {
  const known = branches.get(thing);
  if (known !== undefined) return known;
  const branch = { values: new Map<string, Value>(), further: new WeakMap() };
  branches.set(thing, branch);
  return branch;
}
