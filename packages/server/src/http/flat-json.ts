// Reads a JSON object of strings in which every name is there once.

const text = String.raw`"(?:[^"\\\u0000-\u001f]|\\.)*"`
const pair = String.raw`(${text})\s*:\s*(${text})`
const object = new RegExp(String.raw`^\s*\{\s*(?:${pair}\s*(?:,\s*${pair}\s*)*)?\}\s*$`)

/**
 * Reads bytes as a flat JSON object whose values are texts.
 *
 * Stricter than `JSON.parse`, which silently keeps the last of two equal names: whoever checked the
 * first would have checked another value.
 *
 * @returns names and values, or `undefined` for any other form.
 * @see https://datatracker.ietf.org/doc/html/rfc8259#section-4
 */
export function parseFlatJson(bytes: Uint8Array): Map<string, string> | undefined {
  try {
    const source = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    if (!object.test(source)) return undefined
    const found = new Map<string, string>()
    for (const [, name = '', value = ''] of source.matchAll(new RegExp(pair, 'g'))) {
      const key: string = JSON.parse(name)
      if (found.has(key)) return undefined
      found.set(key, JSON.parse(value))
    }
    return found
  } catch {
    return undefined
  }
}
