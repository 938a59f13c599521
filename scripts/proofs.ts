// Writes docs/proofs.md from the tags of the tests, and the tables of failures in docs/troubleshooting.md from the code. What was written by hand stays as it is.

import { readFileSync, writeFileSync } from 'node:fs'
import { failureTables } from './failures/failure-tables.ts'
import { failuresPage } from './failures/failures-page.ts'
import { findProofs } from './proofs/find-proofs.ts'
import { promises } from './proofs/promises.ts'
import { proofsPage } from './proofs/proofs-page.ts'

const proofs = 'docs/proofs.md'
const troubleshooting = 'docs/troubleshooting.md'
writeFileSync(proofs, proofsPage(promises, findProofs(), readFileSync(proofs, 'utf8')))
const before = readFileSync(troubleshooting, 'utf8')
writeFileSync(troubleshooting, failuresPage(failureTables(), before))
