// The full test: every stage in order, also after a failed one; ends with `N passed, N failed`.

import { mkdirSync } from 'node:fs'
import { type Result, runStage } from './test/run-stage.ts'
import { stages } from './test/stages.ts'
import { summary, total } from './test/summary.ts'

mkdirSync('test-results', { recursive: true })
const results: Result[] = []
for (const [index, stage] of stages.entries()) {
  console.log(`\n── ${index + 1}/${stages.length} ${stage.script} ──`)
  results.push(await runStage(stage))
}
process.exitCode = total(results, 'failed') > 0 ? 1 : 0
console.log(`\n${summary(results)}`)
