/**
 * Makes the files of fixtures/pdf anew, with Chromium ($CHROMIUM or /usr/bin/chromium) and qpdf:
 *
 *     node tests/eval/pdf-fixtures.mjs
 *
 * They are committed, since other versions of both give other bytes. Each stays below 30 KB.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'

const FOLDER = join(import.meta.dirname, '../../fixtures/pdf')
mkdirSync(FOLDER, { recursive: true })
const margin = { top: '18mm', bottom: '18mm', left: '20mm', right: '20mm' }
const style = 'body{font:11pt sans-serif;margin:0} h1{font-size:1.5em} h2{font-size:1.1em}'

const HEBREW = `<html lang="he" dir="rtl"><h1>חברת גלבוע־רוח מציבה 48 טורבינות קטנות</h1>
<p>חיפה, 9 במרץ 2026 – חברת גלבוע־רוח (Gilboa Wind) הודיעה היום כי תספק 48.2 GWh בשנה, שהם 12.5% יותר מאשר ב־2025.
המחיר: 1,250 ש״ח לכל kW מותקן, והטמפרטורה שבה הן פועלות היא עד 45 °C.</p>
<p>״הרוח לא ישנה״, אמרה המנכ״לית ד״ר רות אלמוג. המערכת, Silent Blade 3, נבדקה ב־14 אתרים.</p>
<h2>לפרטים נוספים</h2>
<p>נועם שחר, טל׳ +972 4 555 0188, noam@gilboawind.example</p>`

const COLUMNS = `<html lang="de"><title>Moorland Papier senkt den Wasserverbrauch</title>
<h1>Moorland Papier senkt den Wasserverbrauch um ein Drittel</h1>
<div style="columns:2;column-gap:8mm;text-align:justify">
<p>EMDEN, 4. Mai 2026 – Die Papierfabrik Moorland verbraucht seit dem Umbau ihrer Trockenstraße 34 Prozent weniger Wasser
als im Vorjahr. Das teilte das Unternehmen am Montag mit. Die Anlage filtert ihr Abwasser nun selbst und führt es zurück.</p>
<p>„Wir haben drei Jahre lang gemessen, bevor wir gebaut haben“, sagte Werkleiterin Antje Folkerts. Der Umbau kostete
8,4 Millionen Euro; eine Förderung gab es nicht.</p>
<h2>Neue Sorten ab Herbst</h2>
<p>Ab September stellt das Werk auch Papier aus Schilf her. Es wächst auf 120 Hektar wiedervernässter Fläche in der
Nachbarschaft und muss nicht gebleicht werden.</p>
<p>Mehr steht auf der <a href="https://www.moorland.example/schilf">Seite zum Schilfpapier</a>.</p></div>`

const paragraph = number =>
  `<p>Report ${number}: the lighthouse keepers of Skerrow counted ${number * 37} seals this week, and the ferry ran on time
on ${number % 7} of seven days. The council will meet again when the storm has passed and the pier has been repaired.</p>`
const FURNITURE = `<html lang="en"><h1 style="font-weight:normal">Skerrow Harbour Publishes Its Weekly Figures</h1>${[1, 2, 3, 4, 5, 6].map(paragraph).join('')}`

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
})
const page = await browser.newPage()
await print('hebrew', HEBREW)
await print('columns', COLUMNS)
await print('furniture', FURNITURE, {
  width: '180mm',
  height: '100mm',
  displayHeaderFooter: true,
  headerTemplate: '<div style="font-size:8px;width:100%;padding:0 20mm">Skerrow Harbour Board · Weekly</div>',
  footerTemplate:
    '<div style="font-size:8px;width:100%;text-align:center">Page <span class="pageNumber"></span> of <span class="totalPages"></span></div>',
})
const photo = await page.screenshot({ clip: { x: 0, y: 0, width: 120, height: 60 } })
await print('scan', `<img src="data:image/png;base64,${photo.toString('base64')}">`)
await browser.close()
spawnSync('qpdf', [
  '--encrypt',
  'reader',
  'owner',
  '256',
  '--',
  join(FOLDER, 'columns.pdf'),
  join(FOLDER, 'encrypted.pdf'),
])
const whole = readFileSync(join(FOLDER, 'columns.pdf'))
writeFileSync(join(FOLDER, 'truncated.pdf'), whole.subarray(0, 400))

async function print(name, html, options = {}) {
  await page.setContent(`<!doctype html><meta charset="utf-8"><style>${style}</style>${html}`)
  await page.pdf({ path: join(FOLDER, `${name}.pdf`), format: options.width ? undefined : 'A4', margin, ...options })
}
