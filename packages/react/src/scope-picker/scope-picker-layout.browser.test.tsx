// The styled scope picker: nothing moves when something is chosen, and the result stays in view.

import '../styles/styles.css'
import { act, render, screen } from '@testing-library/react'
import { expect } from 'vitest'
import { page } from 'vitest/browser'
import { test } from '../../test/in-page.ts'
import { permissions, ScopePicker } from '../index.ts'

const everywhere = 'label, button, summary, fieldset, [data-sc], #after'

function boxes(): readonly DOMRect[] {
  // What is read out and not seen is 1 px wide, and moves nothing.
  return [...document.querySelectorAll(everywhere)]
    .filter(element => element.getAttribute('data-sc') !== 'announcement')
    .map(element => element.getBoundingClientRect())
}

function furthest(before: readonly DOMRect[], after: readonly DOMRect[]): number {
  expect(after).toHaveLength(before.length)
  const moved = before.flatMap((box, index) => {
    const now = after[index] ?? box
    return (['x', 'y', 'width', 'height'] as const).map(side => Math.abs(now[side] - box[side]))
  })
  return Math.max(...moved)
}

function show(width: number) {
  render(
    <div style={{ inlineSize: width }}>
      <ScopePicker defaultValue={['read_compass']} />
      <p id="after">After</p>
    </div>,
  )
  for (const details of document.querySelectorAll<HTMLDetailsElement>(
    '[data-sc=scope-topic] > details',
  )) {
    details.open = true
  }
}

test.each([288, 343, 760])('a tick moves nothing at %i px', width => {
  show(width)
  const before = boxes()
  const rows = document.querySelectorAll<HTMLElement>(
    '[data-sc=scope-item] > label:first-child input, [data-sc=scope-group] > legend input',
  )
  expect(rows).toHaveLength(permissions.length + 2)
  for (const row of rows) {
    act(() => row.click())
    expect(furthest(before, boxes())).toBeLessThanOrEqual(1)
  }
})

test.each([288, 343, 760])('a preset moves nothing at %i px', width => {
  show(width)
  const before = boxes()
  for (const preset of screen.getAllByRole('button')) {
    act(() => preset.click())
    expect(preset.ariaPressed).toBe('true')
    expect(furthest(before, boxes())).toBeLessThanOrEqual(1)
  }
})

test('on a phone, what a preset did can be seen without scrolling', async () => {
  await page.viewport(375, 667)
  show(343)
  act(() => screen.getByRole('button', { name: 'Energy' }).click())
  const line = screen.getByText('3 to see · 1 to do', { selector: 'summary' })
  const { top, bottom } = line.getBoundingClientRect()
  expect(document.documentElement.scrollHeight).toBeGreaterThan(1000)
  expect(top).toBeGreaterThan(0)
  expect(bottom).toBeLessThanOrEqual(innerHeight)
  // Nothing lies over it.
  expect(document.elementFromPoint(100, (top + bottom) / 2)).toBe(line)
})

test.each(['closed', 'open'])('what has the focus is not behind the line: %s', async how => {
  await page.viewport(320, 568)
  show(288)
  const line = document.querySelector('[data-sc=summary]') as HTMLDetailsElement
  line.open = how === 'open'
  // What lies behind it does not shine through.
  expect(getComputedStyle(line).backgroundColor).toMatch(/^oklab\([^/]+\)$/)
  for (const box of screen.getAllByRole('checkbox')) {
    act(() => box.focus())
    const { bottom } = box.getBoundingClientRect()
    expect(bottom, box.id).toBeLessThanOrEqual(line.getBoundingClientRect().top)
  }
})

test('a disabled picker looks disabled, by its option and by a fieldset around it', () => {
  const pickers = (
    <>
      <ScopePicker aria-label="usual" />
      <ScopePicker aria-label="off" disabled />
      <fieldset disabled>
        <ScopePicker aria-label="in fieldset" />
      </fieldset>
    </>
  )
  render(pickers)
  const [usual, ...off] = ['usual', 'off', 'in fieldset'].map(label => {
    const title = document.querySelector(`[aria-label="${label}"] [data-sc=scope-item] span span`)
    const style = getComputedStyle(title as Element)
    return `${style.color} ${style.cursor}`
  })
  expect(off[0]).toContain('not-allowed')
  expect(off[1]).toBe(off[0])
  expect(off[0]?.split(' not')[0]).not.toBe(usual?.split(' pointer')[0])
})
