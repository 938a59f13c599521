// The codemod as a function: from the text of one file to its new text.

export { type LineLeft, type Migration, migrate, type Project } from './migrate.ts'
export { ParseError } from './syntax/parse.ts'
