/**
 * The documentation says what is: tables that are made from the program, and commands that are run with what they print.
 * `npm run docs` writes it anew.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import { commands } from '../src/cli/commands.js'
import { releaseRecordJsonSchema } from '../src/record/schema.js'
import { compiledProgram } from './program.js'
import { fieldsOf, type Schema, tableOf } from './readme/fields.js'
import { type Made, rendered } from './readme/rendered.js'
import { tempFolder } from './temp-folder.js'

const repository = fileURLToPath(new URL('..', import.meta.url))
const pages = ['README.md', ...readdirSync(join(repository, 'docs')).map(name => `docs/${name}`)]
const fields = fieldsOf(releaseRecordJsonSchema as Schema)
const made: Made = {
  fields: () => tableOf(fields),
  commands: () => [
    '| command | what it does |',
    '|---|---|',
    ...commands.map(({ name, operands, description }) => {
      const terms = operands.map(([term]) => ` ${term}`).join('')
      return `| \`parawire ${name}${terms}\` | ${description} |`
    }),
  ],
}

let bin: string
beforeAll(() => {
  bin = compiledProgram()
}, 120_000)

/** A folder with what the pages speak of: the fixtures of a checkout, and the package. */
function folder(): string {
  const cwd = tempFolder()
  symlinkSync(join(repository, 'fixtures'), join(cwd, 'fixtures'))
  symlinkSync(dirname(bin), join(cwd, 'bin'))
  mkdirSync(join(cwd, 'node_modules'))
  symlinkSync(dirname(dirname(bin)), join(cwd, 'node_modules/parawire'))
  return cwd
}

test.each(pages)(
  '%s is current; npm run docs writes it anew',
  async page => {
    const text = readFileSync(join(repository, page), 'utf8')
    await expect(rendered(text, made, bin, folder())).toMatchFileSnapshot(join(repository, page))
  },
  180_000,
)

test.each([...pages, 'CONTRIBUTING.md', 'fixtures/README.md'])('the links of %s lead somewhere', page => {
  const text = readFileSync(join(repository, page), 'utf8')
  const targets = [...text.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(match => match[1]!)
  expect(targets.filter(target => !existsSync(join(repository, dirname(page), target)))).toEqual([])
})

test('the README is read in ten minutes, and names every page', () => {
  const text = readFileSync(join(repository, 'README.md'), 'utf8')
  expect(Buffer.byteLength(text)).toBeLessThan(9000)
  expect(pages.slice(1).filter(page => !text.includes(`](${page})`))).toEqual([])
})

describe('the schema', () => {
  test.each(fields)('says what $path is', ({ about }) => {
    expect(about).not.toBe('')
  })
})
