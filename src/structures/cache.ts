/** What is made when it is first asked for, and kept. */

/** The one value; `undefined` is made again. */
export function once<T>(make: () => T): () => T {
  let made: T | undefined
  return () => {
    made ??= make()
    return made
  }
}

/** A value for each object, such as a pack, as long as the object is held; `undefined` is made again. */
export function oncePer<K extends object, T>(make: (key: K) => T): (key: K) => T {
  const made = new WeakMap<K, T>()
  return key => {
    let own = made.get(key)
    if (own === undefined) {
      own = make(key)
      made.set(key, own)
    }
    return own
  }
}
