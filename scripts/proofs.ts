// Writes docs/proofs.md from the tags of the tests. Its hand-written part stays as it is.

import { readFileSync, writeFileSync } from 'node:fs'
import { findProofs } from './proofs/find-proofs.ts'
import { promises } from './proofs/promises.ts'
import { proofsPage } from './proofs/proofs-page.ts'

const page = 'docs/proofs.md'
writeFileSync(page, proofsPage(promises, findProofs(), readFileSync(page, 'utf8')))
