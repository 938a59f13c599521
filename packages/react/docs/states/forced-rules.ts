// The rules of a style sheet for forced colours, for one part of a page that has no forced colours.

/**
 * What the browser does by itself in forced colours, in the system's own colours. Pictures and what opts out
 * by `forced-color-adjust` are left as they are.
 *
 * @see https://www.w3.org/TR/css-color-adjust-1/#forced-colors-properties
 */
const forced = `
:scope, :scope * {
  color: CanvasText !important;
  background-color: Canvas !important;
  border-color: CanvasText !important;
  box-shadow: none !important;
  outline-color: Highlight !important;
}
:scope button, :scope button * { color: ButtonText !important; background-color: ButtonFace !important; border-color: ButtonBorder !important }
:scope :disabled, :scope :disabled * { color: GrayText !important; border-color: GrayText !important }`

/** All rules inside of `@media (forced-colors: active)`, to apply below one element. */
export function forcedRules(sheets: Iterable<CSSStyleSheet>, scope: string): string {
  const own: string[] = []
  function collect(rules: CSSRuleList) {
    for (const rule of rules) {
      if (rule instanceof CSSMediaRule && /forced-colors:\s*active/.test(rule.conditionText)) {
        own.push(...[...rule.cssRules].map(inner => important(inner.cssText)))
      } else if ('cssRules' in rule) {
        collect((rule as CSSGroupingRule).cssRules)
      }
    }
  }
  for (const sheet of sheets) {
    try {
      collect(sheet.cssRules)
    } catch {
      // A style sheet of another origin tells nobody its rules.
    }
  }
  return `@scope (${scope}) { ${forced}\n${own.join('\n')} }`
}

/** The style sheet's own rules count more than what the browser does. */
function important(rule: string): string {
  return rule.replaceAll(/(?<!!important);/g, ' !important;')
}
