/** A paragraph of an invented release in each language, for what stands before or behind it. */
export const BODY = {
  en: 'Elbwerk Marine said on Monday that it would build three ferries for the northern islands, all of them without diesel.',
  de: 'Die Elbwerk AG baut drei Fähren für die nördlichen Inseln, wie das Unternehmen am Montag in Hamburg mitteilte.',
  da: 'Elbwerk bygger tre færger til de nordlige øer, oplyser selskabet i en meddelelse, som det har udsendt i dag.',
  it: 'La Elbwerk costruirà tre traghetti per le isole del nord, ha comunicato la società in una nota diffusa oggi.',
  nl: 'Elbwerk bouwt drie veerboten voor de noordelijke eilanden, zo meldt het bedrijf maandag in een verklaring.',
  he: 'חברת אלבוורק תבנה שלוש מעבורות לאיים הצפוניים, כך מסרה החברה בהודעה שפרסמה היום לעיתונות בארץ.',
} as const
export type Tag = keyof typeof BODY
