/**
 * A search for broken laws: cases at random until the time is over, each fault made smaller by fast-check. The seed is
 * printed, and the same seed gives the same cases. `npm run soak` sets the environment, with a new seed each time. In
 * `npm test` the seed stays, so that a change is not blamed for what another case would have found before it.
 */
import { writeFileSync } from 'node:fs'
import fc from 'fast-check'

/** What CI spends on one search. */
const MINUTES_IN_CI = 0.5
const SEED_IN_CI = 15
/** Cases of one seed. */
const BATCH = 100
/** The same fault is shown so many times. */
const MOST_OF_A_KIND = 3

const { SOAK_MINUTES, SOAK_SEED, SOAK_HEARTBEAT } = process.env

const minutes = Number(SOAK_MINUTES ?? MINUTES_IN_CI)
/** The first seed; each batch of cases has the next one. */
export const firstSeed = Number(SOAK_SEED ?? SEED_IN_CI)

/** So long a test may take before it counts as hanging: a case may begin just before the time is over. */
export const timeout = minutes * 60_000 + 120_000

/** A broken law, and the recipe of the smallest case that was found. */
export interface Fault {
  readonly seed: number
  readonly law: string
  readonly case: string
}

/** What is searched for. */
export interface Search<T> {
  readonly what: string
  readonly recipes: fc.Arbitrary<T>
  /** What a case breaks. */
  laws(recipe: T): Promise<readonly string[]>
  /** The smallest case that breaks a law, for people; `isSame` tells whether the laws that another case breaks are the same. */
  show(recipe: T, isSame: (laws: readonly string[]) => boolean): string
}

/** Cases until the time is over. */
export async function search<T>(wanted: Search<T>): Promise<readonly Fault[]> {
  const { what } = wanted
  console.log(`${what}: ${minutes} minutes; SOAK_SEED=${firstSeed} repeats it`)
  const end = Date.now() + minutes * 60_000
  const faults: Fault[] = []
  const kinds = new Map<string, number>()
  let cases = 0
  for (let seed = firstSeed; Date.now() < end; seed++) {
    const { run, fault } = await batch(wanted, seed, end)
    cases += run
    if (!fault) continue
    const kind = kindOf(fault.law)
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
    if (kinds.get(kind)! > MOST_OF_A_KIND) continue
    faults.push(fault)
    console.log(`${what}: ${fault.law}\n  seed ${seed}: ${fault.case}`)
  }
  beat({ what: 'nothing' })
  const told = [...kinds].map(([kind, times]) => `${times} of ${kind}`).join('; ')
  console.log(`${what}: ${cases} cases, ${told === '' ? 'no law broken' : told}`)
  return faults
}

/** Cases of one seed up to the first that breaks a law, which is then made smaller as long as it breaks the same one. */
async function batch<T>(
  { what, recipes, laws, show }: Search<T>,
  seed: number,
  end: number,
): Promise<{ run: number; fault: Fault | null }> {
  let run = 0
  let [law, smallest]: [string | null, T | null] = [null, null]
  const holds = async (recipe: T) => {
    beat({ what, seed, run })
    const broken = await laws(recipe)
    const same = law === null ? broken[0] : broken.find(other => kindOf(other) === kindOf(law!))
    if (law === null) run++
    if (same === undefined) return true
    ;[law, smallest] = [same, recipe]
    return false
  }
  await fc.check(fc.asyncProperty(recipes, holds), {
    seed,
    numRuns: BATCH,
    interruptAfterTimeLimit: Math.max(1, end - Date.now()),
    markInterruptAsFailure: false,
  })
  if (law === null) return { run, fault: null }
  const kind = kindOf(law)
  const isSame = (broken: readonly string[]) => {
    beat({ what, seed, run })
    return broken.some(other => kindOf(other) === kind)
  }
  return { run, fault: { seed, law, case: show(smallest as T, isSame) } }
}

/** Faults of one kind differ in places and characters. */
const kindOf = (law: string) =>
  law
    .replace(/"[\s\S]*/, '')
    .replace(/\d+/g, 'N')
    .slice(0, 60)

/** Tells a process that watches what is being done, so that it sees what hangs. */
function beat(what: object): void {
  if (SOAK_HEARTBEAT) writeFileSync(SOAK_HEARTBEAT, JSON.stringify({ ...what, pid: process.pid }))
}
