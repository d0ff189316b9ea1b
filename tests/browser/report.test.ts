/**
 * The pages of a report in a real browser, opened from the disk. Needs `playwright-core` and a chromium; PARAWIRE_CHROMIUM
 * names one that is not at its usual place.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type {
  AlignmentDecision,
  Decisions,
  MergeDecision,
  ReleaseRecord,
  RepairDecision,
  SplitDecision,
} from '../../src/model.js'
import { changed, recordOf, texts } from '../check-texts.js'
import { cases } from '../fixtures.js'
import { runCli } from '../run-cli.js'
import { tempFolder } from '../temp-folder.js'

const CHROMIUM = [process.env.PARAWIRE_CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser'].find(
  path => path !== undefined && existsSync(path),
)

const fixtures = cases.flatMap(({ folder }) => {
  const read = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as ReleaseRecord | ReleaseRecord[]
  return [read].flat()
})
const damaged = fixtures.find(r => r.documents.length === 5 && r.languages.includes('he'))!
const slip = recordOf(changed('it', '450 tonn', '540 tonn'))
const attack = '<script>document.title="owned";alert(1)</script><img src=x onerror=alert(2)> \u202egnp.exe\u202c'
const hostile = recordOf({ ...texts, en: texts.en!.map(text => `${text} ${attack}`) })
const copies = Array.from({ length: 240 }, (_, i) =>
  recordOf({ en: [`News number n${i}x of the works`, `Text ${i} of it.`] }),
)

describe.skipIf(CHROMIUM === undefined)('in a browser', () => {
  const cwd = tempFolder()
  const url = (path: string) => pathToFileURL(join(cwd, 'r', path)).href
  let browser: Browser
  let page: Page
  let odd: string[]

  beforeAll(async () => {
    const stdin = [...new Map([damaged, slip, hostile, ...fixtures, ...copies].map(r => [r.id, r])).values()]
      .map(r => `${JSON.stringify(r)}\n`)
      .join('')
    expect((await runCli(['report', '-o', 'r'], { cwd, stdin })).code).toBe(0)
    browser = await chromium.launch({
      executablePath: CHROMIUM!,
      args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update'],
    })
  })
  afterAll(() => browser.close())
  beforeEach(async () => {
    await page?.context().close()
    page = await browser.newPage()
    odd = []
    page.on('console', message => void (message.type() === 'error' && odd.push(message.text())))
    page.on('pageerror', error => void odd.push(String(error)))
    page.on('request', request => void (/^(?:file|blob):/.test(request.url()) || odd.push(request.url())))
    page.on('dialog', dialog => {
      odd.push(dialog.message())
      void dialog.dismiss()
    })
  })

  const saved = async (): Promise<Decisions> => {
    const [download] = await Promise.all([page.waitForEvent('download'), page.click('#save')])
    return JSON.parse(readFileSync((await download.path())!, 'utf8')) as Decisions
  }

  test('the index: search, filters, order, pages', async () => {
    await page.goto(url('index.html'))
    const rows = page.locator('#rows tr')
    expect(await rows.count()).toBe(100)
    expect(await page.locator('#found').textContent()).toMatch(/^\d+ of \d+ releases, page 1 of 3$/)
    await page.locator('button.on').first().click()
    expect(await page.locator('#found').textContent()).toMatch(/page 2 of 3$/)
    await page.fill('#search', 'NUMBER N17X news')
    expect(await rows.count()).toBe(1)
    await page.fill('#search', '')
    await page.selectOption('#language', 'he')
    for (const text of await rows.allTextContents()) expect(text).toContain('he')
    await page.selectOption('#language', '')
    await page.selectOption('#warning', 'number-differs')
    expect(await rows.count()).toBeGreaterThan(0)
    await page.locator('button[type=reset]').click()
    await page.fill('#from', '2026-05-04')
    await page.fill('#until', '2026-05-04')
    for (const text of await rows.allTextContents()) expect(text).toContain('2026-05')
    expect(odd).toEqual([])
  })

  test('the keyboard leads from the index to a release and back', async () => {
    await page.goto(url('index.html'))
    await page.keyboard.press('Tab')
    expect(await page.locator(':focus').textContent()).toBe('Skip to the content')
    await page.locator('#rows a').first().focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(/releases\/\w+\.html$/)
    await page.locator('nav a').first().focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(/index\.html$/)
    expect(odd).toEqual([])
  })

  test('a mark tells on hover, on focus, and not after Escape', async () => {
    await page.goto(url(`releases/${damaged.id}.html`))
    const mark = page.locator('.mark.repair').first()
    const tip = mark.locator('.tip')
    expect(await tip.isVisible()).toBe(false)
    await mark.locator(':scope > :first-child').hover()
    expect(await tip.isVisible()).toBe(true)
    await page.keyboard.press('Escape')
    expect(await tip.isVisible()).toBe(false)
    await mark.locator(':scope > :first-child').focus()
    expect(await tip.textContent()).toMatch(/became.*evidence: .*confidence/s)
    await page.keyboard.press('Tab')
    expect(await page.locator(':focus').textContent()).toBe('Accept')
    await page.keyboard.press('Escape')
    expect(await tip.isVisible()).toBe(false)
    expect(odd).toEqual([])
  })

  test('edits of layout are there on demand', async () => {
    await page.goto(url(`releases/${damaged.id}.html`))
    expect(await page.locator('.layout').first().isVisible()).toBe(false)
    await page.check('#show-layout')
    expect(await page.locator('.layout').first().isVisible()).toBe(true)
  })

  test('decisions on repairs, rows and documents are saved', async () => {
    await page.goto(url(`releases/${damaged.id}.html`))
    const mark = page.locator('.mark.repair').first()
    await mark.locator(':scope > :first-child').focus()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.locator('tr.unit button.wrong').nth(2).click()
    await page.locator('tr.unit button.wrong').nth(3).click()
    await page.locator('tr.unit button.wrong').nth(3).click()
    await page.selectOption('#part-1', '2')
    expect(await page.locator('#count').textContent()).toBe('3 decisions')
    const { decisions } = await saved()
    const [repair, alignment, split] = decisions as [RepairDecision, AlignmentDecision, SplitDecision]
    const [d, n] = (await mark.getAttribute('data-repair'))!.split('-').map(Number)
    const { sha256, repairs } = damaged.documents[d!]!
    const { start, end, before, after, kind } = repairs[n!]!
    expect(repair).toEqual({ about: 'repair', verdict: 'reject', sha256, start, end, before, after, kind })
    const unit = damaged.alignment.units[2]!
    expect(alignment.documents.map(x => x.sha256).sort()).toEqual(
      damaged.documents
        .filter(x => unit.blocks[x.id])
        .map(x => x.sha256)
        .sort(),
    )
    const own = damaged.documents[0]!
    expect(alignment.documents.find(x => x.sha256 === own.sha256)!.blocks).toEqual(
      unit.blocks[own.id]!.map(id => own.blocks.find(b => b.id === id)!.spans),
    )
    expect(split.parts.map(part => part.length)).toEqual([4, 1])
    expect(split.parts[1]).toEqual([damaged.documents[1]!.sha256])
    expect(odd).toEqual([])
  })

  test('releases that are chosen in the index are merged', async () => {
    await page.goto(url('index.html'))
    for (const i of [0, 1]) await page.locator('#rows input').nth(i).check()
    await page.click('#merge')
    const { decisions } = await saved()
    const [{ verdict, parts }] = decisions as [MergeDecision]
    expect([verdict, parts.length]).toEqual(['merge', 2])
    expect(parts[0]).toEqual(damaged.documents.map(x => x.sha256))
    expect(odd).toEqual([])
  })

  test('a hostile text runs nothing and loads nothing', async () => {
    await page.goto(url(`releases/${hostile.id}.html`))
    expect(await page.title()).not.toBe('owned')
    expect(await page.locator('.block', { hasText: '<script>document.title' }).count()).toBeGreaterThan(0)
    expect(await page.locator('.block .escape', { hasText: '\\u202E' }).count()).toBeGreaterThan(0)
    expect(await page.locator('img').count()).toBe(0)
    await page.goto(url('index.html'))
    await page.fill('#search', hostile.id)
    expect(await page.locator('#rows tr').count()).toBe(1)
    expect(await page.locator('#rows').textContent()).toContain('<script>')
    expect(odd).toEqual([])
  })

  test('the policy holds: neither a script nor a style nor an image of a stranger', async () => {
    await page.goto(url('index.html'))
    const ran = await page.evaluate<string>(`(() => {
      const attempts = [
        () => {
          const script = document.createElement('script')
          script.append('document.title = "owned"')
          document.body.append(script)
        },
        () => document.body.setAttribute('onclick', 'document.title = "owned"'),
        () => (document.body.innerHTML = '<img src=x onerror="document.title = 1">'),
      ]
      for (const attempt of attempts) try { attempt() } catch {}
      document.body.click()
      return document.title
    })()`)
    expect(ran).not.toBe('owned')
    expect(odd.length).toBeGreaterThan(0)
  })

  test('without a script: all releases page by page, and marks on hover and focus', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    page = await context.newPage()
    await page.goto(url('index.html'))
    expect(await page.locator('#rows tr').count()).toBe(100)
    await page.locator('nav.pages a').last().click()
    await page.waitForURL(/index-3\.html$/)
    await page.goto(url(`releases/${damaged.id}.html`))
    const mark = page.locator('.mark.repair').first()
    await mark.locator(':scope > :first-child').focus()
    expect(await mark.locator('.tip').isVisible()).toBe(true)
  })

  test.each([360, 900, 1600])('%i wide: nothing but the table is wider than the window', async width => {
    await page.setViewportSize({ width, height: 800 })
    for (const path of ['index.html', `releases/${damaged.id}.html`]) {
      await page.goto(url(path))
      expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width)
    }
  })
})
