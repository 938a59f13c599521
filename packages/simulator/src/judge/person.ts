// A person who walks through the simulator's pages, from the address of a session back to the app.

const mostSteps = 20

/**
 * Signs in, chooses a car and allows.
 *
 * @param address where the popup would open
 * @param email who the person is; the same email has the same cars
 * @returns the parameters that the redirect page gets
 * @throws {Error} if the way does not end, as with a page that shows a mistake
 */
export async function walkThroughConnect(address: URL, email: string): Promise<URLSearchParams> {
  let at = address
  let answer = await fetch(at, { redirect: 'manual' })
  for (let step = 0; step < mostSteps; step += 1) {
    const location = answer.headers.get('location')
    if (location !== null) {
      const next = new URL(location, at)
      if (next.origin !== address.origin) return next.searchParams
      at = next
      answer = await fetch(at, { redirect: 'manual' })
      continue
    }
    const page = await answer.text()
    const pressed = ['Sign in', 'Allow', 'Tesla'].flatMap(name => pressIn(page, name)).at(0)
    if (pressed === undefined) {
      throw new Error(`The simulator showed a page that leads nowhere: ${textOf(page)}`)
    }
    const { action, fields } = pressed
    if (fields.has('email')) fields.set('email', email)
    if (fields.has('password')) fields.set('password', 'any')
    at = new URL(action, at)
    answer = await fetch(at, { method: 'POST', body: fields, redirect: 'manual' })
  }
  throw new Error('The way through Connect did not end.')
}

/** What a form with this button sends: its hidden, typed and ticked fields. */
function pressIn(page: string, name: string): { action: string; fields: URLSearchParams }[] {
  return [...page.matchAll(/<form[\s\S]*?<\/form>/g)].flatMap(([form]) => {
    const buttons = [...form.matchAll(/<button([^>]*)>([\s\S]*?)<\/button>/g)]
    const button = buttons.find(([, , content = '']) => textOf(content).includes(name))
    if (button === undefined) return []
    const fields = new URLSearchParams()
    for (const [input] of form.matchAll(/<input[^>]*>/g)) {
      const isChoice = /type="(?:checkbox|radio)"/.test(input)
      if (isChoice && !/\schecked/.test(input)) continue
      fields.append(attribute(input, 'name'), attribute(input, 'value'))
    }
    const [, markup = ''] = button
    if (/ name="/.test(markup)) fields.append(attribute(markup, 'name'), attribute(markup, 'value'))
    return [{ action: attribute(form, 'action'), fields }]
  })
}

function attribute(tag: string, name: string): string {
  const [, value = ''] = new RegExp(` ${name}="([^"]*)"`).exec(tag) ?? []
  return value.replaceAll('&amp;', '&')
}

function textOf(markup: string): string {
  return markup
    .replaceAll(/<style[\s\S]*?<\/style>|<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, 300)
}
