/**
 * How far a run is, on standard error: on a terminal a bar, elsewhere a line every ten seconds, so that a log stays short
 * and that of a short run empty. A run has phases (files are read, then written), which take a file each at its own
 * speed: the rate is that of the phase, and time left is what the phase needs at that rate and the next ones by their
 * usual share. Nothing here runs on a timer of ours: what is printed is printed when a file is done.
 */
import type { Io } from './io.js'

export interface Progress {
  show(done: number, total: number): void
  stop(): void
}

const LINE_EVERY = 10_000
/** Milliseconds after which a speed has lost two thirds of its weight: known files fly by, and then come new ones. */
const MEMORY = 20_000
/** No speed is shown before there is something to go by. */
const FIRST_SPEED = 2_000
/** Time that a file takes in a phase beside one in the phase before; measured: 1.3 on news, 1 on newsletters. */
const NEXT_PHASE = 1.2

/** What a run counts in which every file is read, and then stands in a record. */
export const CORPUS_STEPS: readonly string[] = ['files read', 'files written']

/** What is shown of a moment: so many files of how many in this phase, files a second, and milliseconds left for the whole run. */
export interface Moment {
  readonly phase: number
  readonly done: number
  readonly total: number
  readonly speed: number | null
  readonly left: number | null
}

/**
 * Follows a run of so many phases, which count every file once each. It is given the steps done, of how many, and the
 * time in milliseconds; a phase begins with its first file, so that what happens between two phases slows down neither.
 */
export function follow(phases: number): (steps: number, of: number, now: number) => Moment {
  let current = -1
  let start = 0
  let last = { steps: 0, now: 0 }
  let [files, time] = [0, 0]
  return (steps, of, now) => {
    const total = of / phases
    const phase = total === 0 ? 0 : Math.min(phases - 1, Math.max(0, Math.ceil(steps / total) - 1))
    if (phase === current) {
      const weight = Math.exp((last.now - now) / MEMORY)
      files = files * weight + steps - last.steps
      time = time * weight + now - last.now
    } else {
      ;[current, start, files, time] = [phase, now, 0, 0]
    }
    last = { steps, now }
    const done = Math.round(steps - phase * total)
    const isKnown = now - start >= FIRST_SPEED && files > 0
    const speed = isKnown ? (1000 * files) / time : null
    let ahead = Math.max(0, total - done)
    for (let next = phase + 1; next < phases; next++) ahead += total * NEXT_PHASE ** (next - phase)
    return { phase, done, total, speed, left: speed === null ? null : (1000 * ahead) / speed }
  }
}

/** `, 85 a second, about 2 min left`; nothing where neither is known. */
function paceOf({ speed, left }: Moment): string {
  if (speed === null || left === null) return ''
  return `, ${speed < 9.95 ? speed.toFixed(1) : grouped(Math.round(speed))} a second, about ${duration(left)} left`
}

const grouped = (n: number) => n.toLocaleString('en')

function duration(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000)
  if (seconds < 60) return `${seconds} s`
  const minutes = Math.ceil(seconds / 60)
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}

/** Begins to tell; tells nothing where that is not wanted. `steps` is what it counts, in each phase. */
export async function startProgress(
  io: Io,
  isWanted: boolean,
  steps: readonly string[] = ['files'],
): Promise<Progress> {
  if (!isWanted) return { show: () => {}, stop: () => {} }
  const now = io.now ?? (() => performance.now())
  const moment = follow(steps.length)
  const at = (done: number, total: number) => moment(done, total, now())
  return io.stderr.isTTY ? bar(io, steps, at) : lines(io, steps, at, now)
}

type At = (done: number, total: number) => Moment

function lines(io: Io, words: readonly string[], at: At, now: () => number): Progress {
  let last = now()
  const show = (steps: number, of: number) => {
    const moment = at(steps, of)
    if (now() - last < LINE_EVERY) return
    last = now()
    const { done, total, phase } = moment
    io.stderr.write(`parawire: ${grouped(done)} of ${grouped(total)} ${words[phase]}${paceOf(moment)}\n`)
  }
  return { show, stop: () => {} }
}

/** A bar that clears itself when it stops, and begins anew with each phase. */
async function bar(io: Io, words: readonly string[], at: At): Promise<Progress> {
  const { default: cliProgress } = await import('cli-progress')
  const format = '  {bar} {value}/{total} {steps}{pace}'
  const shown = new cliProgress.SingleBar(
    { format, stream: io.stderr, hideCursor: true, clearOnComplete: true, barsize: 30 },
    cliProgress.Presets.shades_classic,
  )
  let phase = -1
  const show = (steps: number, of: number) => {
    const moment = at(steps, of)
    const payload = { steps: words[moment.phase], pace: paceOf(moment) }
    if (phase < 0) shown.start(moment.total, moment.done, payload)
    else if (phase !== moment.phase) shown.setTotal(moment.total)
    if (phase >= 0) shown.update(moment.done, payload)
    phase = moment.phase
  }
  const stop = () => {
    if (phase >= 0) shown.stop()
  }
  return { show, stop }
}
