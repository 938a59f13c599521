#!/usr/bin/env node
// The command smartcar-connect-codemod.

import { parseArgs } from 'node:util'
import { findFiles, type Problem, reasonOf } from './find-files.ts'
import { type FileResult, migrateFile } from './migrate-file.ts'
import { problemLine, report } from './report.ts'

const help = `Usage: smartcar-connect-codemod [options] PATH…

Moves an app from @smartcar/auth to smartcar-connect, as far as that is safe. What is left to a
person gets a comment that begins with TODO(smartcar-connect). PATH is a file or a folder;
node_modules and folders that begin with a dot are left alone.

  --write   change the files; without it, nothing is written
  --help    print this and end

Ends with 0; with 1 if a file could not be read, understood or written (the others were);
with 2 if the command itself was wrong.`

process.exitCode = run(process.argv.slice(2))

function run(args: readonly string[]): number {
  let given: ReturnType<typeof readArguments>
  try {
    given = readArguments(args)
  } catch (error) {
    console.error(`${reasonOf(error)}\nNothing was done. --help lists the options.`)
    return 2
  }
  if (given.values.help) {
    console.log(help)
    return 0
  }
  if (given.positionals.length === 0) {
    console.error(`No path was given, so there is nothing to do.\n\n${help}`)
    return 2
  }
  const { write } = given.values
  const results = findFiles(given.positionals).map(found =>
    'problem' in found ? found : migrateFile(found, write),
  )
  const problems = results.filter((result): result is Problem => 'problem' in result)
  console.log(
    report(
      results.filter((result): result is FileResult => !('problem' in result)),
      write,
    ),
  )
  for (const problem of problems) console.error(problemLine(problem))
  return problems.length > 0 ? 1 : 0
}

function readArguments(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      write: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
}
