/** What follows from an object, such as a language pack, is computed once and kept as long as the object is. */

/** The same as `make`, which must be pure and never give undefined, with its results kept by object. */
export function memo<K extends object, T>(make: (key: K) => T): (key: K) => T {
  const known = new WeakMap<K, T>()
  return key => {
    let value = known.get(key)
    if (value === undefined) {
      value = make(key)
      known.set(key, value)
    }
    return value
  }
}
