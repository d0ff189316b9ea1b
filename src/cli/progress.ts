/**
 * The progress bar, on standard error while files are read. Only where somebody watches: standard error is a
 * terminal, and the records do not go to the same terminal.
 */
import type { Io } from './io.js'

export interface Progress {
  show(done: number, total: number): void
  stop(): void
}

/** A bar that clears itself when it stops; one that does nothing where nobody watches. `steps` is what it counts. */
export async function startProgress(io: Io, isWanted: boolean, steps = 'files'): Promise<Progress> {
  if (!isWanted || !io.stderr.isTTY) return { show: () => {}, stop: () => {} }
  const { default: cliProgress } = await import('cli-progress')
  const format = `  {bar} {value}/{total} ${steps}`
  const bar = new cliProgress.SingleBar(
    { format, stream: io.stderr, hideCursor: true, clearOnComplete: true, barsize: 30 },
    cliProgress.Presets.shades_classic,
  )
  let isStarted = false
  return {
    show: (done, total) => {
      if (!isStarted) bar.start(total, done)
      else bar.update(done)
      isStarted = true
    },
    stop: () => {
      if (isStarted) bar.stop()
    },
  }
}
