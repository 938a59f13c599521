// Asks whether a simulator is at an origin.

import type { SimulatorFacts } from './simulator-findings.ts'

const timeoutMs = 3_000

/**
 * Asks at `origin` and, where no simulator is, at its other spellings. Smartcar itself is never asked.
 *
 * @param mayAsk whether the policies of the page allow an address
 * @returns `undefined` where nothing was to be asked
 */
export async function probeSimulator(
  origin: string,
  mayAsk: (address: URL) => boolean,
): Promise<SimulatorFacts | undefined> {
  if (!URL.canParse(origin)) return undefined
  const named = new URL(origin)
  if (/(^|\.)smartcar\.com$/.test(named.hostname) || !mayAsk(named)) return undefined
  const answer = await whoAnswers(named)
  if (answer === 'simulator') return { origin, answer }
  for (const other of spellingsOf(named).filter(mayAsk)) {
    if ((await whoAnswers(other)) === 'simulator') return { origin, answer, found: other.origin }
  }
  return { origin, answer }
}

async function whoAnswers(origin: URL): Promise<SimulatorFacts['answer']> {
  const address = new URL('/__simulator/about', origin)
  try {
    const response = await ask(address, 'cors')
    if (Object(await response.json()).program === 'smartcar-connect-simulator') return 'simulator'
  } catch {
    // Another program does not let this page read what it answers.
  }
  return ask(address, 'no-cors').then(
    () => 'other',
    () => 'nobody',
  )
}

function ask(address: URL, mode: RequestMode): Promise<Response> {
  const signal = AbortSignal.timeout(timeoutMs)
  return fetch(address, { mode, signal, credentials: 'omit', cache: 'no-store' })
}

// The same port with the other protocol, and under the other names of this machine.
function spellingsOf(origin: URL): URL[] {
  const hosts = ['localhost', '127.0.0.1', '[::1]']
  const names = hosts.includes(origin.hostname) ? hosts : [origin.hostname]
  return ['http:', 'https:']
    .flatMap(protocol => names.map(name => new URL(`${protocol}//${name}:${portOf(origin)}`)))
    .filter(({ href }) => href !== origin.href)
}

function portOf({ port, protocol }: URL): string {
  return port || (protocol === 'https:' ? '443' : '80')
}
