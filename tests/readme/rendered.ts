/**
 * A page of the documentation as it must read: what stands between `<!-- made: NAME -->` and `<!-- end -->` is made anew,
 * and below each block of ```sh run stands what a shell printed, in a block of ```text, standard output and standard
 * error as a person sees them. The blocks of a page run in their order in one folder.
 */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** What can be made, by name: lines of Markdown. */
export type Made = Readonly<Record<string, () => readonly string[]>>

const MADE = /(<!-- made: ([\w-]+) -->\n)[\s\S]*?(<!-- end -->)/g
const RUN = /(```sh run\n([\s\S]*?)```\n)(?:(\n```text\n)[\s\S]*?(```\n))?/g

/** Throws where a block fails or asks for what cannot be made. */
export function rendered(page: string, made: Made, bin: string, cwd: string): string {
  return page
    .replace(MADE, (_, begin: string, name: string, end: string) => {
      const make = made[name]
      if (make === undefined) throw new Error(`nothing makes "${name}"`)
      return `${begin}\n${make().join('\n')}\n\n${end}`
    })
    .replace(RUN, (_, block: string, script: string, begin?: string, end?: string) => {
      const output = outputOf(script, bin, cwd)
      return begin === undefined ? block : `${block}${begin}${output}${end}`
    })
}

const JQ = fileURLToPath(new URL('jq.mjs', import.meta.url))

/** Runs a script with `parawire` and `jq` as a user has them. */
function outputOf(script: string, bin: string, cwd: string): string {
  const commands = 'parawire() { node "$BIN" "$@"; }; jq() { node "$JQ" "$@"; }; set -eo pipefail; exec 2>&1\n'
  const env = { PATH: process.env.PATH, LANG: 'C.UTF-8', BIN: bin, JQ }
  const { status, stdout } = spawnSync('bash', ['-c', commands + script], { cwd, encoding: 'utf8', env })
  if (status !== 0) throw new Error(`exit code ${status} of\n${script}${stdout}`)
  return stdout
}
