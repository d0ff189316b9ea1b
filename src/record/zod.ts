/** The only door to zod, which takes long to load: nothing but the schema imports this file. */
export { z } from 'zod'
