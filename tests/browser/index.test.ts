/** The index of a report in a real browser: two thousand releases are searched, filtered, ordered, turned and merged. */
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Decisions, MergeDecision } from '../../src/model.js'
import { changed, recordOf } from '../check-texts.js'
import { reportOf, visiting } from './browser.js'
import { fixtures, many } from './records.js'

const RELEASES = 2000
const slip = recordOf(changed('it', '450 tonn', '540 tonn'))

describe('the index', () => {
  const records = [...fixtures, slip, ...many(RELEASES - fixtures.length - 1)]
  const visit = visiting()
  let url: (path: string) => string
  beforeAll(() => {
    url = reportOf(records)
  })
  const found = (page: Page) => page.locator('#found').textContent()
  const rows = (page: Page) => page.locator('#rows tr')

  test('search finds words of titles in any order and case', async () => {
    const page = await visit.open(url('index.html'))
    expect(await rows(page).count()).toBe(100)
    expect(await found(page)).toBe(`${RELEASES} of ${RELEASES} releases, page 1 of 20`)
    await page.locator('#search').pressSequentially('PART nordkyst N17X')
    expect(await found(page)).toBe(`1 of ${RELEASES} releases`)
    expect(await rows(page).textContent()).toContain('part n17x')
    await page.fill('#search', 'there is no such word')
    expect(await rows(page).count()).toBe(0)
  })

  test('filters by language, finding, confidence and date leave what they say', async () => {
    const page = await visit.open(url('index.html'))
    const isHere = (record: (typeof records)[number]) => page.locator(`#rows a[href$="${record.id}.html"]`).count()
    await page.selectOption('#language', 'he')
    expect(await rows(page).count()).toBe(records.filter(r => r.languages.includes('he')).length)
    await page.selectOption('#language', '')
    await page.selectOption('#warning', 'number-differs')
    expect(await isHere(slip)).toBe(1)
    await page.locator('button[type=reset]').click()
    await page.selectOption('#below', '0.7')
    const doubtful = records.filter(r => r.alignment.units.some(unit => unit.confidence < 0.7)).length
    expect(await found(page)).toMatch(new RegExp(`^${doubtful} of`))
    await page.locator('button[type=reset]').click()
    await page.fill('#from', '2026-01-01')
    await page.fill('#until', '2026-05-03')
    for (const date of await page.locator('#rows td[data-name=Issued]').allTextContents())
      expect(date).toMatch(/^2026-0[1-5]/)
    expect(await isHere(slip)).toBe(0)
  })

  test('the most doubtful come first when asked for', async () => {
    const page = await visit.open(url('index.html'))
    await page.selectOption('#sort', 'doubtful')
    const shown = await page.locator('#rows td[data-name="Lowest confidence"]').allTextContents()
    const figures = shown.map(text => (text === '-' ? 2 : Number(text)))
    expect(figures).toEqual([...figures].sort((a, b) => a - b))
  })

  test('with the keyboard alone: to a release and back, where the search still stands', async () => {
    const page = await visit.open(url('index.html'))
    await page.keyboard.press('Tab')
    expect(await page.locator(':focus').textContent()).toBe('Skip to the content')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    expect(await page.locator(':focus').getAttribute('id')).toBe('search')
    await page.keyboard.type('n17x')
    do await page.keyboard.press('Tab')
    while (!(await page.evaluate(`document.activeElement.matches('#rows a')`)))
    await page.keyboard.press('Enter')
    await page.waitForURL(/releases\/\w+\.html$/)
    expect(await page.locator('h1').textContent()).toContain('part n17x')
    await page.goBack()
    expect(await found(page)).toBe(`1 of ${RELEASES} releases`)
    expect(await page.inputValue('#search')).toBe('n17x')
  })

  test('pages are turned in place, and an address that was passed on shows the same', async () => {
    const page = await visit.open(url('index.html'))
    await page.locator('button.on').first().click()
    await page.locator('button.on').last().click()
    expect(await found(page)).toMatch(/page 3 of 20$/)
    expect(await page.locator('button.back').first().isEnabled()).toBe(true)
    const again = await visit.open(page.url())
    expect(await found(again)).toMatch(/page 3 of 20$/)
    expect(await rows(again).allTextContents()).toEqual(await rows(page).allTextContents())
  })

  test('releases that are chosen are merged, the last merge can be undone, and the rest is saved', async () => {
    const page = await visit.open(url('index.html'))
    for (const pair of [
      [0, 1],
      [2, 3],
    ]) {
      for (const i of pair) await page.locator('#rows input').nth(i).check()
      expect(await page.locator('#chosen').textContent()).toMatch(/^2 chosen/)
      await page.click('#merge')
    }
    await page.click('#undo')
    expect(await page.locator('#chosen').textContent()).toBe('1 to merge')
    const [download] = await Promise.all([page.waitForEvent('download'), page.click('#save')])
    expect(download.suggestedFilename()).toBe('decisions-index.json')
    const { decisions, ...rest } = JSON.parse(readFileSync(await download.path(), 'utf8')) as Decisions
    expect(rest).toEqual({ decisionsVersion: '1.0', offsetUnit: 'utf16', generator: slip.generator.version })
    const wanted: MergeDecision = {
      about: 'release',
      verdict: 'merge',
      parts: records.slice(0, 2).map(record => record.documents.map(d => d.sha256)),
    }
    expect(decisions).toEqual([wanted])
  })

  test('without a script: all releases, page by page', async () => {
    const page = await visit.open(url('index.html'), { javaScriptEnabled: false })
    expect(await rows(page).count()).toBe(100)
    expect(await page.locator('#search').isVisible()).toBe(false)
    await page.locator('nav.pages a').last().click()
    await page.waitForURL(/index-20\.html$/)
    await rows(page).last().locator('a').click()
    expect(await page.locator('h1').textContent()).toContain(`part n${RELEASES - fixtures.length - 2}x`)
  })
})
