// Tests of bundle-size: unused code and React cost nothing, used code does.
import { expect, test } from 'vitest'
import { bundleSize } from './bundle-size.ts'

const folder = import.meta.dirname

test('counts what is used, and not what is not', async () => {
  const text = 'some text that is long enough to weigh something'
  const unused = await bundleSize(`const text = '${text}'; export const used = 1`, folder)
  const used = await bundleSize(`export const text = '${text}'; export const used = 1`, folder)
  expect(used).toBeGreaterThan(unused + 20)
})

test('leaves React out', async () => {
  expect(await bundleSize("export { useState } from 'react'", folder)).toBeLessThan(100)
})

test('leaves out what import() loads later', async () => {
  const code = "export const later = () => import('./size-limit-probe.ts')"
  expect(await bundleSize(code, folder)).toBeLessThan(100)
})
