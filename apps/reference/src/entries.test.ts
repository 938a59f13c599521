// Which parts of `exports` are entries.

import { expect, test } from 'vitest'
import { entriesOf } from './entries.ts'

test('an entry is what can be imported as code', () => {
  const entries = entriesOf('react', {
    name: 'cars',
    description: '',
    exports: {
      '.': './src/index.ts',
      './styles.css': './src/styles.css',
      './locales/en': './src/locales/en.ts',
      './virtual': { types: './virtual.d.ts' },
    },
  })
  expect(entries).toEqual([
    { name: 'cars', package: 'react', path: '', file: 'packages/react/src/index.ts' },
    {
      name: 'cars/locales/en',
      package: 'react',
      path: 'locales/en',
      file: 'packages/react/src/locales/en.ts',
    },
    {
      name: 'cars/virtual',
      package: 'react',
      path: 'virtual',
      file: 'packages/react/virtual.d.ts',
    },
  ])
})
