/**
 * How time grows from one size to another: processor time, the least of several runs, for a busy machine only adds. Where
 * a ratio is too large it is measured again, so that only what is slow each time is told.
 */
import { keepLeast, type Times } from './bench/families/stages.mjs'

/**
 * Milliseconds below which a time tells nothing of growth: loading of tables, collection of garbage, which is counted in
 * all its threads. At 40 one run of twenty on a busy machine took a stage for slow that is linear.
 */
const LEAST = 100
const ATTEMPTS = 4

/** The stages that took more than `most` times as long for the large input, by the least times of some attempts. */
export async function tooSlow(measure: (large: boolean) => Times | Promise<Times>, most: number): Promise<string[]> {
  const [small, large]: [Times, Times] = [{}, {}]
  let slow: string[] = []
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    // The first run loads tables and is compiled on the way.
    keepLeast(small, await measure(false))
    keepLeast(small, await measure(false))
    keepLeast(large, await measure(true))
    slow = Object.entries(large).flatMap(([stage, time]) => {
      const ratio = time / Math.max(small[stage]!, LEAST / most)
      return time > LEAST && ratio > most ? [`${stage}: ${ratio.toFixed(0)} times as long`] : []
    })
    if (slow.length === 0) break
  }
  return slow
}

/** Eight times as much: linear is 8, all with all 64. */
const TIMES = 8
const BOUND = 24

/** What is told where `run` takes far more than eight times as long for eight times the size; empty where it does not. */
export const growsTooFast = (size: number, run: (size: number) => void): Promise<string[]> =>
  tooSlow(large => {
    const start = process.cpuUsage()
    run(large ? TIMES * size : size)
    const { user, system } = process.cpuUsage(start)
    return { time: (user + system) / 1000 }
  }, BOUND)
