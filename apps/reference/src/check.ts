// Fails where the reference has a gap, or where TypeDoc warns of a link that leads nowhere.

import { gapsIn } from './gaps.ts'
import { layOut } from './page.ts'
import { readProject } from './read-project.ts'
import { thrownBy } from './throws.ts'

const sources = await readProject()
const pages = layOut(sources)
const gaps = gapsIn(pages, (file, name) => thrownBy(sources.program, file, name))
const symbols = pages.flatMap(page => page.symbols).length
for (const gap of gaps) process.stderr.write(`${gap}\n`)
process.stdout.write(
  `${symbols} symbols, ${gaps.length} gaps, ${sources.warnings} warnings of TypeDoc\n`,
)
process.exitCode = gaps.length + sources.warnings > 0 ? 1 : 0
