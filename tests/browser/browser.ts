/**
 * A real browser for the pages of a report, which are made by the program as it was built and opened from the disk.
 * PARAWIRE_CHROMIUM names a chromium that is not at its usual place. The browser is cut off from every network, and all
 * that is odd is written down: errors and warnings on the console, exceptions, dialogs, requests for anything but the
 * files of the report, requests that fail.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import type { ReleaseRecord } from '../../src/model.js'
import { tempFolder } from '../temp-folder.js'

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const program = fileURLToPath(new URL('../../bin/parawire.js', import.meta.url))

/** A report in a folder of its own, and the address of each of its files. */
export function reportOf(records: readonly ReleaseRecord[]): (path: string) => string {
  const cwd = tempFolder({ 'corpus.jsonl': records.map(record => `${JSON.stringify(record)}\n`).join('') })
  const { status, stderr } = spawnSync(process.execPath, [program, 'report', 'corpus.jsonl', '-o', 'r'], { cwd })
  if (status !== 0) throw new Error(String(stderr))
  return path => pathToFileURL(join(cwd, 'r', path)).href
}

export interface Visit {
  /** Opens a page in a window of its own. */
  open(url: string, options?: BrowserContextOptions): Promise<Page>
  /** What was odd since the test began. */
  readonly odd: string[]
}

/** One browser for the tests of a file; what is open is closed after each, and nothing odd may be left. */
export function visiting(): Visit {
  const odd: string[] = []
  let browser: Browser
  beforeAll(async () => {
    const executablePath = process.env.PARAWIRE_CHROMIUM ?? PLACES.find(path => existsSync(path))
    if (executablePath === undefined) throw new Error('no chromium is installed; PARAWIRE_CHROMIUM may name one')
    browser = await chromium.launch({
      executablePath,
      args: [
        '--no-sandbox',
        '--disable-dev-shm-usage',
        '--disable-background-networking',
        '--disable-component-update',
      ],
    })
  })
  afterAll(() => browser?.close())
  afterEach(async () => {
    for (const context of browser.contexts()) await context.close()
    expect(odd.splice(0)).toEqual([])
  })
  return {
    odd,
    async open(url, options = {}) {
      const context = await browser.newContext({ offline: true, reducedMotion: 'reduce', ...options })
      const page = await context.newPage()
      watch(page, odd)
      await page.goto(url)
      return page
    },
  }
}

function watch(page: Page, odd: string[]): void {
  page.on('console', message => void (['error', 'warning'].includes(message.type()) && odd.push(message.text())))
  page.on('pageerror', error => void odd.push(String(error)))
  page.on('request', request => void (/^(?:file|blob):/.test(request.url()) || odd.push(request.url())))
  page.on('requestfailed', request => {
    if (!request.url().startsWith('blob:')) odd.push(`failed (${request.failure()?.errorText}): ${request.url()}`)
  })
  page.on('dialog', dialog => {
    odd.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
}

/** The whole page as a picture, where SHOTS names a folder for a person to look through. */
export async function shoot(page: Page, name: string): Promise<void> {
  const folder = process.env.SHOTS
  if (folder === undefined) return
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, `${name}.png`), await page.screenshot({ fullPage: true }))
}
