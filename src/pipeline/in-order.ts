/** Tasks of which several run at a time: with their results in order, or for what they do. */

/** The results of a task on each item, in the order of the items; at most so many are under way. */
export async function* inOrder<T, U>(
  items: Iterable<T> | AsyncIterable<T>,
  most: number,
  task: (item: T) => Promise<U>,
): AsyncGenerator<U> {
  const pending: Promise<U>[] = []
  try {
    for await (const item of items) {
      const result = task(item)
      result.catch(() => {}) // it is thrown when its turn comes
      pending.push(result)
      if (pending.length >= most) yield await pending.shift()!
    }
    while (pending.length > 0) yield await pending.shift()!
  } finally {
    await Promise.allSettled(pending)
  }
}

/** A line of tasks. The first error ends it: it is thrown by what is asked of the line next. */
export function taskLine(most: number) {
  const running = new Set<Promise<void>>()
  const errors: unknown[] = []
  const check = () => {
    if (errors.length > 0) throw errors[0]
  }
  return {
    /** Waits until there is room for the task, not for its end. */
    async add(task: () => Promise<void>): Promise<void> {
      if (running.size >= most) await Promise.race(running)
      check()
      const own: Promise<void> = task()
        .catch(error => void errors.push(error))
        .finally(() => running.delete(own))
      running.add(own)
    },
    /** Waits for all that are running. */
    async end(): Promise<void> {
      await Promise.all(running)
      check()
    },
  }
}
