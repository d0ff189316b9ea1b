/** The real program: the sources as they are now, compiled beside a copy of it, so that an old dist/ cannot pass for a new one. */
import { spawnSync } from 'node:child_process'
import { cpSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { tempFolder } from './temp-folder.js'

const repository = fileURLToPath(new URL('..', import.meta.url))

/** Compiles the program; the answer is the file to run. Takes some seconds. */
export function compiledProgram(): string {
  const installed = tempFolder()
  for (const name of ['bin', 'package.json']) cpSync(join(repository, name), join(installed, name), { recursive: true })
  symlinkSync(join(repository, 'node_modules'), join(installed, 'node_modules'))
  const build = join(repository, 'build/build.mjs')
  // Types are the type check's business.
  spawnSync(process.execPath, [build, '--out', join(installed, 'dist'), '--no-check'])
  return join(installed, 'bin/parawire.js')
}
