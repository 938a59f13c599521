// Reads a JSON object whose values are texts and in which every name occurs once.

const text = String.raw`"(?:[^"\\\u0000-\u001f]|\\.)*"`
const pair = String.raw`(${text})\s*:\s*(${text})`
const object = new RegExp(String.raw`^\s*\{\s*(?:${pair}\s*(?:,\s*${pair}\s*)*)?\}\s*$`)

/**
 * Reads bytes as a flat JSON object whose values are texts.
 *
 * It is stricter than `JSON.parse`, which silently keeps the last of two equal names. A program that
 * checked the first value would then use another one.
 *
 * @returns names and values, or `undefined` for any other form.
 * @see https://datatracker.ietf.org/doc/html/rfc8259#section-4
 */
export function parseFlatJson(bytes: Uint8Array): Map<string, string> | undefined {
  try {
    const source = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    if (!object.test(source)) return undefined
    const entries = new Map<string, string>()
    for (const [, name = '', value = ''] of source.matchAll(new RegExp(pair, 'g'))) {
      const key: string = JSON.parse(name)
      if (entries.has(key)) return undefined
      entries.set(key, JSON.parse(value))
    }
    return entries
  } catch {
    return undefined
  }
}
