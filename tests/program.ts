/**
 * The real program: the sources as they are now, compiled beside a copy of it, so that an old dist/ cannot pass for a new
 * one. Compiled once for all test files of a run, which share it and so change nothing in it.
 */
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { inject } from 'vitest'

const repository = fileURLToPath(new URL('..', import.meta.url))
const POLL = 100 // ms
const MOST_POLLS = 1200

/** The file to run. The first that asks compiles, which takes some ten seconds; the others wait. */
export function compiledProgram(): string {
  const folder = inject('programFolder')
  const [installed, done] = [join(folder, 'parawire'), join(folder, 'done')]
  if (isFirst(installed)) {
    compile(installed)
    writeFileSync(done, '')
  }
  for (let polls = 0; !existsSync(done); polls++) {
    if (polls === MOST_POLLS) throw new Error('the program was not compiled: see the test file that began to')
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, POLL)
  }
  return join(installed, 'bin/parawire.js')
}

function isFirst(folder: string): boolean {
  try {
    mkdirSync(folder)
    return true
  } catch {
    return false
  }
}

function compile(installed: string): void {
  for (const name of ['bin', 'package.json']) cpSync(join(repository, name), join(installed, name), { recursive: true })
  symlinkSync(join(repository, 'node_modules'), join(installed, 'node_modules'))
  const build = join(repository, 'build/build.mjs')
  // Types are the type check's business.
  spawnSync(process.execPath, [build, '--out', join(installed, 'dist'), '--no-check'])
}
