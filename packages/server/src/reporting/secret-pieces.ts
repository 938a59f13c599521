// Finds long pieces of secrets in a text: a message may be cut, or a value be split into fields.

const windowLength = 8
const minPieceLength = 12
// Repeated windows tell nothing more, and a secret of one letter must not cost more than others.
const maxPerWindow = 4

type Place = { form: string; offset: number }

/** Counts how far two texts are equal from these places on, in steps of `step`. */
function equalLength(
  text: string,
  at: number,
  { form, offset }: Place,
  step: 1 | -1,
  from: number,
): number {
  let length = 0
  for (;;) {
    const position = at + step * length
    const other = offset + step * length
    if (position < from || position >= text.length || other < 0 || other >= form.length) break
    if (text[position] !== form[other]) break
    length += 1
  }
  return length
}

/**
 * Creates a function that replaces pieces of the given forms. A piece of 15 characters or more is
 * always found, a shorter one than 12 never.
 */
export function createPieceRedactor(
  forms: Iterable<string>,
  mark: string,
): (text: string) => string {
  const windows = new Map<string, Place[]>()
  for (const form of forms) {
    for (let offset = 0; offset + windowLength <= form.length; offset += windowLength) {
      const window = form.slice(offset, offset + windowLength)
      const places = windows.get(window) ?? []
      if (places.length < maxPerWindow) windows.set(window, [...places, { form, offset }])
    }
  }
  return text => {
    let clean = ''
    let done = 0
    let at = 0
    while (windows.size > 0 && at + windowLength <= text.length) {
      let start = at
      let end = at
      for (const place of windows.get(text.slice(at, at + windowLength)) ?? []) {
        const before = equalLength(text, at, place, -1, done) - 1
        const length = before + equalLength(text, at, place, 1, done)
        if (length < minPieceLength || length <= end - start) continue
        start = at - before
        end = start + length
      }
      if (end > start) {
        clean += text.slice(done, start) + mark
        done = end
        at = end
      } else {
        at += 1
      }
    }
    return clean + text.slice(done)
  }
}
