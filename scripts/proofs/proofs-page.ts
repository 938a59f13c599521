// Writes the list of what is proved where, and keeps what was written by hand.

import type { Proofs } from './find-proofs.ts'

/** Where the hand-written part of the page begins: what no test shows. */
export const handWritten = '## What these tests cannot show'

/**
 * The text of `docs/proofs.md`.
 *
 * @param promises what must hold, by id
 * @param proofs the files whose tests carry each id
 * @param before the page as it was; its hand-written part is kept
 * @throws {Error} if `before` has no hand-written part, which would be lost
 */
export function proofsPage(
  promises: Readonly<Record<string, string>>,
  proofs: Proofs,
  before: string,
): string {
  const start = before.indexOf(handWritten)
  if (start < 0) {
    throw new Error(
      `docs/proofs.md has no section "${handWritten}". It is written by hand and nobody can make it again: restore it first.`,
    )
  }
  function section(letter: string) {
    return Object.entries(promises)
      .filter(([id]) => id.startsWith(letter))
      .map(([id, holds]) => `| ${id} | ${holds} | ${filesOf(proofs.get(id) ?? [])} |`)
      .join('\n')
  }
  return `# What is proved, and where

Every threat (T) and fault (F), and the files with the tests that carry it as a tag. One id alone:
\`npx --yes pnpm@12 unit --tags-filter=T05\`. This page is made by \`npx --yes pnpm@12 proofs\`, and a
test wants it to be up to date.

## Threats

| id | what holds | tests |
|---|---|---|
${section('T')}

## Faults

| id | what holds | tests |
|---|---|---|
${section('F')}

${before.slice(start)}`
}

/** Ids that the hand-written part excuses: what no test can show. */
export function excusedIds(page: string): string[] {
  const excuses = page.slice(page.indexOf(handWritten))
  return [...excuses.matchAll(/^\| ([TF]\d\d) \| .+ \| .+ \|$/gm)].map(([, id = '']) => id)
}

function filesOf(files: readonly string[]): string {
  return files.map(file => `\`${file}\``).join(', ')
}
