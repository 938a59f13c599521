// A make as people write it, without a list of brands: small enough for the status line.

// What the rule below would write in another way than the list of brands does.
const otherwise: Readonly<Record<string, string>> = {
  CITROEN: 'Citroën',
  CUPRA: 'CUPRA',
  KIA: 'Kia',
  MINI: 'MINI',
  SEAT: 'SEAT',
  SKODA: 'Škoda',
}

/**
 * The make with small letters where it is in capitals, as Smartcar gives it: `Tesla` for `'TESLA'`,
 * `Land Rover` for `'LAND_ROVER'`. Up to three letters stay, as in `BMW`.
 *
 * @param make as Smartcar gives it
 */
export function plainMake(make: string): string {
  const spaced = make.replaceAll('_', ' ').trim()
  if (spaced !== spaced.toUpperCase()) return spaced
  return otherwise[spaced] ?? spaced.replace(/\p{L}{4,}/gu, inSmallLetters)
}

function inSmallLetters(word: string): string {
  return word.slice(0, 1) + word.slice(1).toLowerCase()
}
