// What the components that take a ref do with one that is a function.

import { render } from '@testing-library/react'
import type { ReactElement, RefCallback } from 'react'
import { expect } from 'vitest'
import { test } from '../test/in-page.ts'
import {
  BrandPicker,
  ConnectedCar,
  ConnectStatus,
  DisconnectButton,
  ReconnectBanner,
  ScopePicker,
} from './index.ts'

const car = { id: 'ev6', make: 'KIA' }
const options = { backend: '/api/smartcar' }

const components: Record<string, (ref: RefCallback<HTMLElement>, turn: number) => ReactElement> = {
  BrandPicker: (ref, turn) => <BrandPicker className={`${turn}`} ref={ref} />,
  ConnectedCar: (ref, turn) => <ConnectedCar car={car} className={`${turn}`} ref={ref} />,
  ConnectStatus: (ref, turn) => (
    <ConnectStatus className={`${turn}`} ref={ref} session={{ status: 'idle' }} />
  ),
  DisconnectButton: (ref, turn) => (
    <DisconnectButton {...options} car={car} className={`${turn}`} ref={ref} />
  ),
  ReconnectBanner: (ref, turn) => (
    <ReconnectBanner cars={[]} className={`${turn}`} connect={options} ref={ref} />
  ),
  ScopePicker: (ref, turn) => <ScopePicker className={`${turn}`} ref={ref} />,
}

test.each(Object.entries(components))(
  '%s calls a ref once, however often it renders, and once when it is gone',
  (_, component) => {
    const given: (string | undefined)[] = []
    function ref(element: HTMLElement | null) {
      given.push(element?.className)
    }
    const { rerender, unmount } = render(component(ref, 1))
    rerender(component(ref, 2))
    rerender(component(ref, 3))
    expect(given).toEqual(['1'])
    unmount()
    expect(given).toEqual(['1', undefined])
  },
)
