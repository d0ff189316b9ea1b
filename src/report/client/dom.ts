/**
 * The part of a browser that the pages use. The project is compiled without the library of the DOM, whose globals
 * (`document`, `name`, `status`) would hide mistakes everywhere else. And how all pages save decisions.
 */
import type { Decision, Decisions } from '../../model.js'

export interface PageEvent {
  readonly target: PageElement | null
  readonly key: string
  preventDefault(): void
}

export interface PageElement {
  textContent: string
  className: string
  id: string
  lang: string
  dir: string
  hidden: boolean
  disabled: boolean
  checked: boolean
  type: string
  value: string
  href: string
  download: string
  readonly dataset: Record<string, string | undefined>
  readonly classList: { add(name: string): void; remove(name: string): void; toggle(name: string, on: boolean): void }
  append(...nodes: readonly (PageElement | string)[]): void
  after(node: PageElement): void
  replaceChildren(...nodes: readonly (PageElement | string)[]): void
  setAttribute(name: string, value: string): void
  removeAttribute(name: string): void
  closest(selector: string): PageElement | null
  contains(other: PageElement | null): boolean
  querySelector(selector: string): PageElement | null
  querySelectorAll(selector: string): Iterable<PageElement>
  addEventListener(type: string, listener: (event: PageEvent) => void): void
  focus(): void
  click(): void
  remove(): void
}

/** The document of the page. */
export interface Page {
  readonly documentElement: PageElement
  readonly body: PageElement
  readonly activeElement: PageElement | null
  getElementById(id: string): PageElement | null
  querySelectorAll(selector: string): Iterable<PageElement>
  createElement(name: string): PageElement
  addEventListener(type: string, listener: (event: PageEvent) => void): void
}

/** The window of the page. */
export interface PageWindow {
  addEventListener(type: string, listener: (event: PageEvent) => void): void
}

/** The address of the page. */
export interface PageLocation {
  readonly hash: string
}

/** Its past. */
export interface PageHistory {
  replaceState(state: null, unused: '', url: string): void
}

export type Save = typeof save

declare const document: Page

/** Saves decisions as a file of that name: a download, since a page has no server. Runs in the browser (see `frame.ts`). */
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
