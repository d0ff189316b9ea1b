/**
 * The supported languages, a line each. This is the only place that names them: to add one, write its pack, add its line
 * here, and put a release in fixtures/languages/<tag>/input.
 */
export { da } from './da.js'
export { de } from './de.js'
export { en } from './en.js'
export { he } from './he.js'
export { it } from './it.js'
export { nl } from './nl.js'
