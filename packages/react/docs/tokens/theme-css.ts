// The CSS of a theme: the properties that differ from those of the style sheet.

/** Colours of both themes as hex, and sizes in pixels, by the names of their properties. */
export type Choice = {
  readonly colors: Readonly<Record<string, { readonly light: string; readonly dark: string }>>
  readonly sizes: Readonly<Record<string, number>>
}

/** A rule for `:root`; a comment where nothing differs. */
export function themeCss(choice: Choice, initial: Choice): string {
  const lines = [
    ...Object.entries(choice.colors).flatMap(([name, { light, dark }]) => {
      const before = initial.colors[name]
      if (before?.light === light && before.dark === dark) return []
      return `  --sc-${name}: light-dark(${light}, ${dark});`
    }),
    ...Object.entries(choice.sizes).flatMap(([name, px]) =>
      initial.sizes[name] === px ? [] : `  --sc-${name}: ${px}px;`,
    ),
  ]
  return lines.length === 0 ? '/* as it is */' : `:root {\n${lines.join('\n')}\n}`
}
