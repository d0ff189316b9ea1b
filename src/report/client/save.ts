/** Saves what was decided from a page that has no server: as a download. Runs in the browser (see `scripts.ts`). */
import type { Decision, Decisions } from '../../model.js'
import type { Page } from './dom.js'

export type Save = typeof save

declare const document: Page

/** A file with these decisions, named as given. */
export function save(name: string, generator: string, decisions: readonly Decision[]): void {
  const file: Decisions = { decisionsVersion: '1.0', offsetUnit: 'utf16', generator, decisions }
  const url = URL.createObjectURL(new Blob([`${JSON.stringify(file, null, 2)}\n`], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  document.body.append(link)
  link.click()
  link.remove()
  // The browser reads it after this turn.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
