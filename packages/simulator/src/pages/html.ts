// html`…`: markup in which every inserted value is escaped.

/** A piece of markup that is already safe to insert. Only `html` makes one. */
export type Html = { readonly markup: string }

/** What may stand in an `html` template. `false` and `undefined` leave nothing behind. */
export type HtmlValue = string | number | false | undefined | Html | readonly HtmlValue[]

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/**
 * Builds markup from a template. Strings and numbers are escaped, nested `html` is kept, so text
 * from a URL can never become an element or an attribute. Always quote attribute values.
 */
export function html(parts: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  let markup = parts[0] ?? ''
  values.forEach((value, index) => {
    markup += render(value) + (parts[index + 1] ?? '')
  })
  return { markup }
}

function render(value: HtmlValue): string {
  if (value === false || value === undefined) return ''
  if (typeof value === 'string') return value.replace(/[&<>"']/g, found => escapes[found] ?? '')
  if (typeof value === 'number') return String(value)
  if ('markup' in value) return value.markup
  return value.map(render).join('')
}
