// Keeps the direction of a name apart from that of the sentence around it.

const rightToLeft = /^(ar|ckb|dv|fa|he|ps|sd|ug|ur|yi)\b/i

/**
 * The text for a sentence of this language. In one that is written from right to left, a name such as
 * “Volkswagen up!” would else have its last sign on the wrong side.
 *
 * @param language a language tag
 * @see https://www.w3.org/International/questions/qa-bidi-unicode-controls
 */
export function isolate(language: string, text: string): string {
  return rightToLeft.test(language) ? `\u2068${text}\u2069` : text
}
