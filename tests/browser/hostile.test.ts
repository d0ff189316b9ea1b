/** A hostile release in a real browser: nothing of it runs, loads, or turns the text around it. */
import { beforeAll, describe, expect, test } from 'vitest'
import { reportOf, visiting } from './browser.js'
import { hostile } from './records.js'

describe('a hostile text', () => {
  const record = hostile()
  const visit = visiting()
  let url: (path: string) => string
  beforeAll(() => {
    url = reportOf([record])
  })

  test('runs nothing, loads nothing, and breaks no rule of the policy, on the page of its release', async () => {
    const page = await visit.open(url(`releases/${record.id}.html`))
    expect(await page.title()).toContain('<script>')
    expect(
      await page.locator('img, iframe, base, form, object, embed, svg[onload], [onerror], [onclick]').count(),
    ).toBe(0)
    expect(await page.locator('script').count()).toBe(2)
    expect(await page.locator('a:not([href^="#"]):not([href$=".html"])').count()).toBe(0)
    await page.evaluate(`for (const element of document.querySelectorAll('main *')) element.click?.()`)
    await page.locator('.block', { hasText: 'javascript:alert(5)' }).first().click()
  })

  test('is shown as text, with an escape for what would turn the text around it', async () => {
    const page = await visit.open(url(`releases/${record.id}.html`))
    expect(await page.locator('.block', { hasText: '<script>document.title' }).count()).toBeGreaterThan(0)
    expect(await page.locator('.block .escape', { hasText: '\\u202E' }).count()).toBeGreaterThan(0)
    expect(await page.locator('main').innerText()).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/)
  })

  test('runs nothing in the index, where the script writes it', async () => {
    const page = await visit.open(url('index.html'))
    await page.fill('#search', '<script>')
    expect(await page.locator('#rows tr').count()).toBe(1)
    expect(await page.locator('#rows').textContent()).toContain('<script>')
    expect(await page.locator('#rows').textContent()).not.toContain('\u202e')
  })

  test('would run nothing even if it came in: the policy lets in no script, no handler, no style, no image', async () => {
    const page = await visit.open(url('index.html'))
    // What the browser is told to evaluate may do more than a page: the attempts are made when it is done.
    const title = await page.evaluate<string>(`new Promise(resolve => setTimeout(() => {
      const put = (name, also) => document.body.append(Object.assign(document.createElement(name), also))
      const attempts = [
        () => put('script', { textContent: 'document.title = "owned"' }),
        () => document.body.setAttribute('onclick', 'document.title = "owned"'),
        () => (document.body.innerHTML = '<img src=x onerror="document.title = 1">'),
        () => put('img', { src: 'https://attack.example/pixel.png' }),
        () => put('iframe', { src: 'https://attack.example/' }),
        () => put('style', { textContent: 'body { display: none }' }),
        () => eval('document.title = "owned"'),
        () => void fetch('https://attack.example/').catch(() => {}),
      ]
      for (const attempt of attempts) try { attempt() } catch {}
      document.body.click()
      setTimeout(() => resolve(document.title), 200)
    }))`)
    expect(title).not.toContain('owned')
    expect(await page.locator('h1').isVisible()).toBe(true)
    const refused = visit.odd.splice(0)
    expect(refused.length).toBeGreaterThanOrEqual(5)
    const others = refused.filter(text => !/Content Security Policy|TrustedHTML|TrustedScript/i.test(text))
    const pixel = 'https://attack.example/pixel.png'
    expect(others).toEqual([pixel, `failed (csp): ${pixel}`])
  })
})
