// Calls that come at the same time.

import { expect, test } from 'vitest'
import { createBatches } from './batches.ts'

/** Work that a test ends. */
function openWork() {
  const begun: { items: readonly number[]; end: (error?: Error) => void }[] = []
  const call = createBatches<number, string>(
    items =>
      new Promise((resolve, reject) => {
        function end(error?: Error): void {
          if (error) reject(error)
          else resolve(items.map(item => `done ${item}`))
        }
        begun.push({ items, end })
      }),
  )
  return { begun, call }
}

function turn(): Promise<void> {
  return new Promise(resolve => setImmediate(resolve))
}

test('calls of one turn are one batch, and each gets its own result', async () => {
  const { begun, call } = openWork()
  const results = Promise.all([call(1), call(2), call(3)])
  await turn()
  expect(begun.map(({ items }) => items)).toEqual([[1, 2, 3]])
  begun[0]?.end()
  expect(await results).toEqual(['done 1', 'done 2', 'done 3'])
})

test('one call alone waits for no other', async () => {
  const { begun, call } = openWork()
  const result = call(1)
  await turn()
  begun[0]?.end()
  expect(await result).toBe('done 1')
})

test('a batch that hangs stops no other, and what comes meanwhile is gathered', async () => {
  const { begun, call } = openWork()
  const results = [call(1)]
  await turn()
  results.push(call(2))
  await turn()
  results.push(call(3))
  await turn()
  results.push(call(4))
  await turn()
  expect(begun.map(({ items }) => items)).toEqual([[1], [2]])
  begun[1]?.end()
  expect(await results[1]).toBe('done 2')
  await turn()
  expect(begun.map(({ items }) => items)).toEqual([[1], [2], [3, 4]])
  begun[0]?.end()
  begun[2]?.end()
  expect(await Promise.all(results)).toEqual(['done 1', 'done 2', 'done 3', 'done 4'])
})

test('a failure is told to the callers of its batch alone', async () => {
  const { begun, call } = openWork()
  const failed = Promise.allSettled([call(1), call(2)])
  await turn()
  const later = call(3)
  await turn()
  const error = new Error('disk full')
  begun[0]?.end(error)
  begun[1]?.end()
  expect(await failed).toEqual([
    { status: 'rejected', reason: error },
    { status: 'rejected', reason: error },
  ])
  expect(await later).toBe('done 3')
})

test('a flood is cut into batches, in the order of the calls', async () => {
  const { begun, call } = openWork()
  const results = Promise.all(Array.from({ length: 150 }, (_, number) => call(number)))
  await turn()
  await turn()
  await turn()
  expect(begun.map(({ items }) => items.length)).toEqual([64, 64])
  for (const { end } of begun) end()
  await turn()
  await turn()
  expect(begun.map(({ items }) => items.length)).toEqual([64, 64, 22])
  begun[2]?.end()
  expect((await results)[149]).toBe('done 149')
})
