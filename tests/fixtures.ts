/** Where the fixtures are, and what is in them. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export const FIXTURES = join(import.meta.dirname, '../fixtures')

/** Every case: a folder with input/, about.md and expected.json. */
export const cases = ['releases', 'languages'].flatMap(kind =>
  readdirSync(join(FIXTURES, kind))
    .sort()
    .map(name => ({ name: `${kind}/${name}`, folder: join(FIXTURES, kind, name) })),
)

/** Every input file of every case, with its bytes. */
export const files = cases.flatMap(({ name, folder }) =>
  readdirSync(join(folder, 'input'))
    .sort()
    .map(file => ({
      name: `${name}/${file}`,
      path: join(folder, 'input', file),
      bytes: readFileSync(join(folder, 'input', file)),
    })),
)

/** Those that are plain text. */
export const inputs = files.filter(({ name }) => name.endsWith('.txt'))
