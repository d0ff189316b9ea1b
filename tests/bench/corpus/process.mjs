/**
 * Runs a command to its end and measures it from outside: wall time, processor time of the process and all that it
 * waited for, and peak resident memory: the sum of the peaks (VmHWM) of the processes that are alive together, looked at
 * ten times a second. The last two come from /proc, and are null where there is none (macOS, Windows).
 */
import { spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'

const EVERY = 100 // ms
const TICKS = 100 // of processor time a second: USER_HZ, the same on all Linux machines

export const hasProc = existsSync('/proc/self/status')

/** @returns seconds, processor seconds, megabytes */
export async function measured(command, args) {
  const before = childrenTime()
  const start = process.hrtime.bigint()
  const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'inherit'] })
  let peak = 0
  const look = () => {
    peak = Math.max(peak, memoryOf(child.pid))
  }
  const timer = hasProc ? setInterval(look, EVERY) : null
  const code = await new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', resolve)
  })
  clearInterval(timer)
  const seconds = Number(process.hrtime.bigint() - start) / 1e9
  if (code !== 0) console.error(`${command} ${args.join(' ')} ended with exit code ${code}`)
  return { code, seconds, processor: hasProc ? childrenTime() - before : null, memory: hasProc ? peak : null }
}

/** What follows the name in a stat line, which may hold blanks and brackets: field 3 is the first. */
const fieldsOf = pid => {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
}

/** Processor seconds of all children that this process has waited for, and theirs. */
function childrenTime() {
  if (!hasProc) return 0
  const fields = fieldsOf('self')
  return (Number(fields[13]) + Number(fields[14])) / TICKS
}

/** Sum of the peaks of a process and its descendants, in megabytes; those that have gone count nothing. */
function memoryOf(root) {
  const children = new Map()
  for (const pid of readdirSync('/proc').filter(name => /^\d+$/.test(name))) {
    const parent = orNull(() => Number(fieldsOf(pid)[1]))
    if (parent !== null) children.set(parent, [...(children.get(parent) ?? []), Number(pid)])
  }
  const family = [root]
  for (const pid of family) family.push(...(children.get(pid) ?? []))
  return family.reduce((sum, pid) => sum + (orNull(() => peakOf(pid)) ?? 0), 0)
}

const peakOf = pid => Number(/VmHWM:\s*(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024

function orNull(read) {
  try {
    return read()
  } catch {
    return null
  }
}
