// Walks an authorize URL of somebody else's client through the pages, to the address it ends at.

import type { Simulator } from '../src/simulator.ts'
import { createVisitor } from '../test/visitor.ts'

/** What the person does. */
type Person = {
  /** @default 'Allow' */
  readonly decision?: 'Allow' | 'Deny access'
  /** @default 'me@example.com' */
  readonly email?: string
}

/**
 * Signs in, with a Kia unless the address names a brand, and decides. The pages are walked without the network; it is the same simulator.
 *
 * @param address the authorize URL, at the simulator's own address or at the provider's.
 * @returns the redirect URI that the person lands on, with its query.
 */
export async function walkToRedirect(
  simulator: Simulator,
  address: string,
  { decision = 'Allow', email = 'me@example.com' }: Person = {},
): Promise<URL> {
  const { pathname, search } = new URL(address)
  const visitor = createVisitor(simulator)
  await visitor.goTo(`http://localhost:4010${pathname}${search}`)
  if (visitor.text().includes('name="brand"')) await visitor.press('Kia')
  await visitor.press('Sign in', { email, password: 'x' })
  await visitor.press(decision)
  return new URL(visitor.address())
}
