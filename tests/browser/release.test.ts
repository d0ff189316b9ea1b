/** The page of a release in a real browser: marks tell on hover and focus, and what a person decides is saved. */
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import type { AlignmentDecision, Decisions, RepairDecision, SplitDecision } from '../../src/model.js'
import { reportOf, visiting } from './browser.js'
import { fixture } from './records.js'

const damaged = fixture('five-languages-damaged')
const following = fixture('hebrew-and-english')

describe('a release', () => {
  const visit = visiting()
  let url: (path: string) => string
  beforeAll(() => {
    url = reportOf([damaged, following])
  })
  const open = (options = {}) => visit.open(url(`releases/${damaged.id}.html`), options)
  const focused = (page: Page) => page.locator(':focus')
  const saved = async (page: Page): Promise<Decisions> => {
    const [download] = await Promise.all([page.waitForEvent('download'), page.click('#save')])
    return JSON.parse(readFileSync(await download.path(), 'utf8')) as Decisions
  }
  /** The repair that a mark stands for. */
  const repairOf = (key: string | null): RepairDecision => {
    const [d, n] = key!.split('-').map(Number)
    const { sha256, repairs } = damaged.documents[d!]!
    const { start, end, before, after, kind } = repairs[n!]!
    return { about: 'repair', verdict: 'reject', sha256, start, end, before, after, kind }
  }

  test('a mark tells on hover, stays while the pointer goes to its buttons, and leaves with it', async () => {
    const page = await open()
    const mark = page.locator('.mark.repair').first()
    const tip = mark.locator('.tip')
    expect(await tip.isVisible()).toBe(false)
    await mark.locator(':scope > :first-child').hover()
    await tip.waitFor({ state: 'visible' })
    const [own, other] = [await mark.locator(':scope > :first-child').boundingBox(), await tip.boundingBox()]
    expect(Math.abs(other!.y - (own!.y + own!.height))).toBeLessThan(40)
    await tip.getByRole('button', { name: 'Reject' }).click()
    expect(await page.locator('#count').textContent()).toBe('1 decision')
    await page.locator('h1').click()
    await tip.waitFor({ state: 'hidden' })
  })

  test('with the keyboard alone: a mark tells on focus, its buttons come next, Escape puts it away', async () => {
    const page = await open()
    await page.locator('#show-layout').focus()
    do await page.keyboard.press('Tab')
    while (!(await focused(page).getAttribute('aria-describedby')))
    const mark = page.locator('.mark.shown')
    const tip = mark.locator('.tip')
    expect(await tip.textContent()).toMatch(/became.*evidence: .*confidence/s)
    await page.keyboard.press('Tab')
    expect(await focused(page).textContent()).toBe('Accept')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    expect(await focused(page).getAttribute('aria-pressed')).toBe('true')
    const key = await mark.getAttribute('data-repair')
    await page.keyboard.press('Escape')
    expect(await page.locator('.tip:visible').count()).toBe(0)
    expect(await focused(page).getAttribute('aria-describedby')).toBe(`tip-${key}`)
    expect((await saved(page)).decisions).toEqual([repairOf(key)])
  })

  test('what a mark says is its description to a screen reader', async () => {
    const page = await open()
    const shown = page.locator('.mark.repair [aria-describedby]').first()
    const id = await shown.getAttribute('aria-describedby')
    expect(await page.locator(`#${id}`).textContent()).toMatch(/became.*evidence: /s)
  })

  test('edits of layout are there on demand', async () => {
    const page = await open()
    expect(await page.locator('.layout').first().isVisible()).toBe(false)
    await page.locator('#show-layout').focus()
    await page.keyboard.press('Space')
    expect(await page.locator('.layout').first().isVisible()).toBe(true)
  })

  test('decisions on repairs, rows and documents are saved, and those taken back are not', async () => {
    const page = await open()
    const mark = page.locator('.mark.repair').first()
    await mark.locator(':scope > :first-child').focus()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    const wrong = page.locator('tr.unit button.wrong')
    await wrong.nth(2).click()
    for (let i = 0; i < 2; i++) await wrong.nth(3).click()
    await page.locator('tr.alone button.wrong').first().click()
    await page.selectOption('#part-1', '2')
    expect(await page.locator('#count').textContent()).toBe('4 decisions')
    const { decisions } = await saved(page)
    const [repair, alignment, alone, split] = decisions as [
      RepairDecision,
      AlignmentDecision,
      AlignmentDecision,
      SplitDecision,
    ]
    expect(repair).toEqual(repairOf(await mark.getAttribute('data-repair')))
    const { blocks } = damaged.alignment.units[2]!
    const spans = (ids: readonly string[]) =>
      ids.map(id => damaged.documents.flatMap(d => d.blocks).find(b => b.id === id)!.spans)
    expect(alignment.documents).toEqual(
      Object.entries(blocks).map(([id, ids]) => ({
        sha256: damaged.documents.find(d => d.id === id)!.sha256,
        blocks: spans(ids),
      })),
    )
    expect(alone.documents.map(d => d.blocks.length)).toEqual([1])
    expect(split.parts.map(part => part.length)).toEqual([4, 1])
    expect(split.parts[1]).toEqual([damaged.documents[1]!.sha256])
  })

  test('leads on to the next release, and back', async () => {
    const page = await open()
    await page.getByRole('link', { name: 'Next' }).click()
    await page.waitForURL(new RegExp(following.id))
    expect(await page.getByRole('link', { name: 'Next' }).count()).toBe(0)
    await page.getByRole('link', { name: 'Previous' }).click()
    await page.waitForURL(new RegExp(damaged.id))
    await page.getByRole('link', { name: 'All releases' }).click()
    await page.waitForURL(/index\.html$/)
  })

  test('without a script a mark tells all the same, on hover and on focus', async () => {
    const page = await open({ javaScriptEnabled: false })
    const mark = page.locator('.mark.repair').first()
    await mark.locator(':scope > :first-child').hover()
    expect(await mark.locator('.tip').isVisible()).toBe(true)
    await page.locator('h1').hover()
    expect(await mark.locator('.tip').isVisible()).toBe(false)
    await mark.locator(':scope > :first-child').focus()
    expect(await mark.locator('.tip').isVisible()).toBe(true)
  })
})
