/** Real folders for tests that read files: made from a table, removed when the tests of the file are done. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll } from 'vitest'

/** A text, bytes, `{ link: target }`, or null for an empty folder. */
export type Content = string | Uint8Array | { readonly link: string } | null

const made: string[] = []

/** A new folder with the given entries, keyed by path; absolute, without a link on the way. */
export function tempFolder(entries: Readonly<Record<string, Content>> = {}): string {
  const root = mkdtempSync(join(tmpdir(), 'parawire-'))
  made.push(root)
  for (const [path, content] of Object.entries(entries)) put(join(root, path), content)
  return root
}

function put(path: string, content: Content): void {
  mkdirSync(content === null ? path : dirname(path), { recursive: true })
  if (typeof content === 'string' || content instanceof Uint8Array) writeFileSync(path, content)
  else if (content) symlinkSync(content.link, path)
}

afterAll(() => {
  for (const root of made.splice(0)) rmSync(root, { recursive: true, force: true })
})
