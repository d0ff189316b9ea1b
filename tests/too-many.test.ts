/** Folders, names and manifests that put too many files together. */
import { expect, test } from 'vitest'
import { german } from './cli-texts.js'
import { runCli } from './run-cli.js'
import { tempFolder } from './temp-folder.js'

const town = (k: number) => `Ort${String.fromCharCode(97 + (k % 26))}${String.fromCharCode(97 + Math.floor(k / 26))}`

test('a folder of unlike texts is no release, and is told', async () => {
  const files = Array.from({ length: 60 }, (_, k) => [
    `in/${k}.txt`,
    german
      .split('\n\n')
      .slice(k % 4)
      .join('\n\n')
      .replaceAll(/\b[A-ZÄÖÜ][a-zäöüß]+/g, town(k)),
  ])
  const cwd = tempFolder(Object.fromEntries(files) as Record<string, string>)
  const { code, out, err } = await runCli(['in', '--root', '.', '--group', 'dir', '-q'], { cwd })
  expect({ code, out }).toEqual({ code: 2, out: '' })
  expect(err).toContain('60 files from in/0.txt on would be one release, which has at most 40 texts')
})
