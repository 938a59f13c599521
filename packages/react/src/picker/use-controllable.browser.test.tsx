// A value that the parent controls, or the picker keeps.

import { act, renderHook } from '@testing-library/react'
import { expect, vi } from 'vitest'
import { test } from '../../test/in-page.ts'
import { useControllable } from './use-controllable.ts'

function add(letter: string) {
  return (text: string) => text + letter
}

test('two changes before the next render are both kept', () => {
  const { result } = renderHook(() => useControllable({ defaultValue: '' }, ''))
  act(() => {
    const [, change] = result.current
    change(add('a'))
    change(add('b'))
  })
  expect(result.current[0]).toBe('ab')
})

test('a callback that throws leaves the value that the person chose', { tags: ['F64'] }, () => {
  const onValueChange = vi.fn(() => {
    throw new Error('from the app')
  })
  const { result } = renderHook(() => useControllable({ onValueChange }, ''))
  act(() => expect(() => result.current[1](add('a'))).toThrow('from the app'))
  act(() => expect(() => result.current[1](add('b'))).toThrow('from the app'))
  expect(result.current[0]).toBe('ab')
})

test('a parent that refuses a change keeps its value', () => {
  const { result } = renderHook(() => useControllable({ value: 'mine' }, ''))
  act(() => result.current[1](add('!')))
  expect(result.current[0]).toBe('mine')
})
