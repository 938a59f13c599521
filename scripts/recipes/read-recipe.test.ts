// Tests of read-recipe: what belongs into which file, and what is run.

import { expect, test } from 'vitest'
import { readRecipe } from './read-recipe.ts'

test('reads commands without comments, files with all their pieces, and by what it is run', () => {
  const page = [
    '```sh\nnpm install a # both\n\nnode a.ts\n```',
    '`a.ts` is first:\n\n```ts\none()\n```\n\n```ts\ntwo()\n```',
    'Nothing of a file:\n\n```ts\nthree()\n```',
    'Run by: a person,\nby hand.\n',
  ]
  expect(readRecipe(page.join('\n\n'))).toEqual({
    commands: [
      ['npm', 'install', 'a'],
      ['node', 'a.ts'],
    ],
    files: [
      { path: 'a.ts', code: 'one()\n' },
      { path: 'a.ts', code: 'two()\n' },
    ],
    runBy: 'Run by: a person,\nby hand.',
  })
})
