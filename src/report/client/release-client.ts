/**
 * The page of a release in the browser: what a mark says stays shown while it is looked at, Escape puts it away, and a
 * person decides on repairs, units and documents. Runs as a script of the page (see `scripts.ts`): the functions of this
 * file, and nothing that they would import. Decisions are kept in the page until they are saved.
 */
import type { Decision } from '../../model.js'
import type { ReleaseData } from '../release-data.js'
import type { Page, PageElement, PageWindow, Save } from './dom.js'

declare const document: Page
declare const window: PageWindow

/** What was decided, by the thing that it is about; `set` with null takes it back. */
export interface Choices {
  set(key: string, decision: Decision | null): void
  get(key: string): Decision | undefined
}

/** Brings the page to life. */
export function startRelease(save: Save): void {
  const element = (id: string) => document.getElementById(id)!
  const data = JSON.parse(element('data').textContent) as ReleaseData
  const made = new Map<string, Decision>()
  let isSaved = true
  const choices: Choices = {
    get: key => made.get(key),
    set: (key, decision) => {
      made.delete(key)
      if (decision) made.set(key, decision)
      isSaved = made.size === 0
      element('count').textContent = made.size === 1 ? '1 decision' : `${made.size} decisions`
      element('save').disabled = made.size === 0
    },
  }
  startMarks(data, choices)
  startRows(data, choices)
  startDocuments(data, choices)
  element('save').addEventListener('click', () => {
    save(`decisions-${data.id.slice(0, 8)}.json`, data.generator, [...made.values()])
    isSaved = true
  })
  window.addEventListener('beforeunload', event => {
    if (!isSaved) event.preventDefault()
  })
  document.documentElement.classList.add('scripted')
  for (const shown of document.querySelectorAll('.needs-script')) shown.hidden = false
}

/** A mark is shown while the pointer or the focus is on it; Escape or a click elsewhere hides it. */
export function startMarks(data: ReleaseData, choices: Choices): void {
  const tools = repairTools(data, choices)
  let current: PageElement | null = null
  const show = (mark: PageElement | null) => {
    if (mark === current) return
    current?.classList.remove('shown')
    current = mark
    if (!mark) return
    mark.classList.add('shown')
    if (mark.dataset.repair !== undefined) tools.attach(mark)
  }
  // The pointer passes over marks on its way, and leaves one for the buttons beside it.
  let waiting: ReturnType<typeof setTimeout> | undefined
  document.addEventListener('pointerover', ({ target }) => {
    clearTimeout(waiting)
    // The pointer does not take away what the keyboard is in.
    if (current?.contains(document.activeElement)) return
    const mark = target?.closest('.mark') ?? null
    waiting = setTimeout(() => show(mark), mark ? 100 : 400)
  })
  document.addEventListener('focusin', ({ target }) => {
    clearTimeout(waiting)
    show(target?.closest('.mark') ?? null)
  })
  document.addEventListener('click', ({ target }) => show(target?.closest('.mark') ?? null))
  document.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape') return
    clearTimeout(waiting)
    if (current && document.activeElement?.closest('.tools')) current.querySelector('[tabindex]')?.focus()
    show(null)
  })
}

/** The buttons that accept and reject: one pair, in the mark that is shown. */
export function repairTools(data: ReleaseData, choices: Choices): { readonly attach: (mark: PageElement) => void } {
  const tools = document.createElement('span')
  tools.className = 'tools'
  const verdicts = ['accept', 'reject'] as const
  let key = ''
  let mark: PageElement | null = null
  const verdictOf = () => choices.get(key)?.verdict
  const refresh = () => {
    for (const [i, verdict] of verdicts.entries())
      buttons[i]!.setAttribute('aria-pressed', String(verdictOf() === verdict))
    for (const verdict of verdicts) mark?.classList.toggle(`${verdict}ed`, verdictOf() === verdict)
  }
  const buttons = verdicts.map(verdict => {
    const button = document.createElement('button')
    button.type = 'button'
    button.textContent = verdict === 'accept' ? 'Accept' : 'Reject'
    button.addEventListener('click', () => {
      const [number, index] = key.slice('repair '.length).split('-').map(Number)
      const { sha256, repairs } = data.documents[number!]!
      const [start, end, before, after, kind] = repairs[index!]!
      const decision: Decision = { about: 'repair', verdict, sha256, start, end, before, after, kind }
      choices.set(key, verdictOf() === verdict ? null : decision)
      refresh()
    })
    return button
  })
  tools.append(...buttons)
  return {
    attach: shown => {
      mark = shown
      key = `repair ${shown.dataset.repair}`
      shown.querySelector('.tip')!.append(tools)
      refresh()
    },
  }
}

/** A button in each row that says that its blocks do not belong together, or that a block should not be alone. */
export function startRows(data: ReleaseData, choices: Choices): void {
  for (const row of document.querySelectorAll('tr[data-row]')) {
    const number = Number(row.dataset.row)
    const key = `row ${number}`
    const documents = () =>
      data.rows[number]!.map(([document, blocks]) => ({ sha256: data.documents[document]!.sha256, blocks }))
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'wrong'
    button.textContent = 'Wrong'
    button.setAttribute('aria-pressed', 'false')
    button.setAttribute('aria-label', `Wrong: ${row.querySelector('.kind')!.textContent}`)
    button.addEventListener('click', () => {
      const isWrong = choices.get(key) === undefined
      choices.set(key, isWrong ? { about: 'alignment', verdict: 'wrong', documents: documents() } : null)
      button.setAttribute('aria-pressed', String(isWrong))
      row.classList.toggle('rejected', isWrong)
    })
    row.querySelector('.confidence, .why')!.after(button)
  }
}

/** Which documents are one release: numbers for each, and whether the nearest other one belongs to them. */
export function startDocuments(data: ReleaseData, choices: Choices): void {
  const selects = data.documents.map((_, i) => document.getElementById(`part-${i}`))
  for (const select of selects) {
    select?.addEventListener('change', () => {
      const parts = new Map<string, string[]>()
      for (const [i, { sha256 }] of data.documents.entries()) {
        const part = selects[i]!.value
        parts.set(part, [...(parts.get(part) ?? []), sha256])
      }
      const decision: Decision = { about: 'release', verdict: 'split', parts: [...parts.values()] }
      choices.set('split', parts.size > 1 ? decision : null)
    })
  }
  const merge = document.getElementById('merge')
  merge?.addEventListener('change', () => {
    const parts = [data.documents.map(({ sha256 }) => sha256), [data.nearest!]]
    choices.set('merge', merge.checked ? { about: 'release', verdict: 'merge', parts } : null)
  })
}
