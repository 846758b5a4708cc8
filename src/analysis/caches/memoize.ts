/**
 * A memo of values derived from immutable objects, such as the columns and affiliations of a
 * revision. The returned function gives the value for these objects and this name, and computes it
 * with `make` on the first call. Values are released with the objects.
 */
export function createMemo<Value>() {
  const root = new WeakMap<object, Branch<Value>>();
  return (things: readonly [object, ...object[]], name: string, make: () => Value): Value => {
    const [first, ...others] = things;
    let branch = branchOf(root, first);
    for (const thing of others) branch = branchOf(branch.further, thing);
    const before = branch.values.get(name);
    if (before !== undefined) return before;
    const made = make();
    branch.values.set(name, made);
    return made;
  };
}

interface Branch<Value> {
  readonly values: Map<string, Value>;
  readonly further: WeakMap<object, Branch<Value>>;
}

function branchOf<Value>(branches: WeakMap<object, Branch<Value>>, thing: object): Branch<Value> {
  const known = branches.get(thing);
  if (known !== undefined) return known;
  const branch = { values: new Map<string, Value>(), further: new WeakMap() };
  branches.set(thing, branch);
  return branch;
}
