// The page docs/browsers.md, from what came out.

/** An engine with its version, and what became of each scenario; none when it was not run. */
export type Column = {
  readonly name: string
  readonly outcomes: ReadonlyMap<string, string>
}

/** The page's text: a row for each scenario, a column for each engine. */
export function enginesPage(scenarios: readonly string[], columns: readonly Column[]): string {
  const rows = scenarios.map(scenario => [
    scenario,
    ...columns.map(({ outcomes }) => outcomes.get(scenario) ?? 'not run'),
  ])
  const head = ['', ...columns.map(({ name }) => name)]
  const table = [head, head.map(() => '---'), ...rows].map(cells => `| ${cells.join(' | ')} |`)
  return `# Browsers

Written by \`npx --yes pnpm@12 test:engines\`, which runs every scenario with the real client, real
popups and the simulator on another site, in each engine that it finds on the machine.

${table.join('\n')}

Chromium is driven by Playwright, Firefox by WebDriver BiDi without a window, WebKit by WebDriver in
WebKitGTK's MiniBrowser under Xvfb. On Debian: \`apt-get install firefox-esr webkit2gtk-driver xvfb\`.
An engine that is not installed is left out and said so above.

COOP means \`Cross-Origin-Opener-Policy: same-origin\`. *COOP on the app's page* is the strictest
setting an app can choose; \`same-origin-allow-popups\` is the one we recommend.

*Version 3* has \`backend\` alone: the session is made, the redirect page served and the exchange answered by
\`createConnectBackend\`, below a base path. Where a click is used up, the backend answers only after
\`navigator.userActivation\` has turned inactive, about five seconds after the click in each of the three; the
page tells that itself, as a driver that asks it may count as a click. WebKit opens no window when a request is
answered, even while it counts the click, but does so in timers that were set in the click, shorter than a
second: *the session comes after the click* fails there without them.

## What this cannot show

* Safari itself, on a Mac or a phone: WebKitGTK shares its engine, not its popup blocker, its tabs or
  its handling of pages in the background.
* Whether a person has the focus: a driver gives it to the page that it activates.
* Popup blockers in Firefox and WebKit as people set them: a driver's click counts as a person's.
  Chromium's blocker has an end-to-end test of its own.
`
}
