// Colours in OKLCH: as sRGB, as hex, and their contrast.

/** Lightness from 0 to 1, chroma, and hue in degrees. */
export type Oklch = { readonly l: number; readonly c: number; readonly h: number }

/** Reads `oklch(0.43 0.11 255)`. */
export function parseOklch(text: string): Oklch | undefined {
  const [, l, c, h] = /^oklch\(\s*([\d.]+)\s+([\d.]+)\s+([\d.]+)\s*\)$/.exec(text.trim()) ?? []
  return l === undefined ? undefined : { l: Number(l), c: Number(c), h: Number(h) }
}

/**
 * Linear sRGB, not yet cut off at 0 and 1.
 *
 * @see https://bottosson.github.io/posts/oklab/
 */
function linearRgb({ l, c, h }: Oklch): readonly [number, number, number] {
  const angle = (h * Math.PI) / 180
  const [a, b] = [c * Math.cos(angle), c * Math.sin(angle)]
  const [long, medium, short] = [
    (l + 0.3963377774 * a + 0.2158037573 * b) ** 3,
    (l - 0.1055613458 * a - 0.0638541728 * b) ** 3,
    (l - 0.0894841775 * a - 1.291485548 * b) ** 3,
  ]
  return [
    4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short,
  ]
}

function encoded(linear: number): number {
  const inside = Math.min(1, Math.max(0, linear))
  return inside <= 0.0031308 ? 12.92 * inside : 1.055 * inside ** (1 / 2.4) - 0.055
}

function decoded(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
}

/** The nearest colour of sRGB, as `#rrggbb`. */
export function toHex(color: Oklch): string {
  return hexOf(linearRgb(color).map(channel => Math.round(encoded(channel) * 255)))
}

/** The hex of what is seen where a colour lets another shine through, as browsers mix them. */
export function over(front: string, alpha: number, back: string): string {
  const bytes = bytesOf(front).map((byte, at) =>
    Math.round(byte * alpha + (bytesOf(back)[at] ?? 0) * (1 - alpha)),
  )
  return hexOf(bytes)
}

function bytesOf(hex: string): number[] {
  return [1, 3, 5].map(at => Number.parseInt(hex.slice(at, at + 2), 16))
}

function hexOf(bytes: readonly number[]): string {
  return `#${bytes.map(byte => byte.toString(16).padStart(2, '0')).join('')}`
}

/**
 * How light a colour is to the eye, from 0 to 1.
 *
 * @see https://www.w3.org/TR/WCAG22/#dfn-relative-luminance
 */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = bytesOf(hex).map(byte => decoded(byte / 255))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/**
 * From 1 to 21.
 *
 * @see https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
 */
export function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}
