// The look of the simulator's pages: light and dark, from a narrow phone to a desktop.

/** The style sheet of every page. */
export const styleSheet = `:root {
  color-scheme: light dark;
  --sc-accent: light-dark(oklch(0.43 0.11 255), oklch(0.78 0.1 250));
  --sc-accent-strong: light-dark(oklch(0.36 0.11 255), oklch(0.85 0.08 250));
  --sc-accent-text: light-dark(oklch(1 0 0), oklch(0.18 0.03 255));
  --sc-desk: light-dark(oklch(0.965 0.004 255), oklch(0.17 0.012 255));
  --sc-surface: light-dark(oklch(1 0 0), oklch(0.215 0.014 255));
  --sc-tint: light-dark(oklch(0.955 0.012 255), oklch(0.28 0.025 255));
  --sc-text: light-dark(oklch(0.24 0.02 255), oklch(0.94 0.006 255));
  --sc-muted: light-dark(oklch(0.46 0.02 255), oklch(0.74 0.015 255));
  --sc-border: light-dark(oklch(0.65 0.02 255), oklch(0.56 0.02 255));
  --sc-line: light-dark(oklch(0.9 0.006 255), oklch(0.32 0.015 255));
  --sc-danger: light-dark(oklch(0.48 0.18 27), oklch(0.79 0.12 27));
  --sc-danger-tint: light-dark(oklch(0.965 0.02 27), oklch(0.29 0.05 27));
  --sc-focus: light-dark(oklch(0.5 0.19 255), oklch(0.82 0.12 250));
  --sc-stripe: light-dark(oklch(0.87 0.12 95), oklch(0.42 0.08 95));
  --sc-stripe-edge: light-dark(oklch(0.81 0.13 95), oklch(0.36 0.07 95));
  --sc-radius: 10px;
}
:root.light { color-scheme: light; }
:root.dark { color-scheme: dark; }
* { box-sizing: border-box; }
html { scroll-padding-block: 12px 96px; }
body {
  margin: 0;
  min-height: 100dvh;
  background: var(--sc-surface);
  color: var(--sc-text);
  font: 15px/1.45 system-ui, sans-serif;
  overflow-wrap: break-word;
}
.bar {
  margin: 0;
  padding: 4px 16px;
  font-size: 13px;
  text-align: center;
  background: repeating-linear-gradient(135deg, var(--sc-stripe) 0 10px, var(--sc-stripe-edge) 10px 20px);
}
.bar span {
  padding: 1px 8px;
  border-radius: 4px;
  background: var(--sc-surface);
  box-decoration-break: clone;
  -webkit-box-decoration-break: clone;
}
.top {
  display: flex;
  align-items: center;
  justify-content: space-between;
  gap: 12px;
  max-width: 560px;
  min-height: 44px;
  margin: 0 auto;
  padding: 0 16px;
}
.step { margin: 0; color: var(--sc-muted); font-size: 13px; white-space: nowrap; }
main {
  max-width: 560px;
  margin-inline: auto;
  padding: 16px 16px 24px;
  background: var(--sc-surface);
}
.top { border-bottom: 1px solid var(--sc-line); }
h1 { margin: 0; font-size: 22px; line-height: 1.2; letter-spacing: -0.01em; text-wrap: balance; }
/* Joined letters stay joined. */
h1:dir(rtl) { letter-spacing: normal; }
h2 { margin: 0 0 4px; font-size: 15px; line-height: 1.2; }
p { margin: 12px 0; }
.lead { margin: 4px 0 12px; color: var(--sc-muted); max-width: 68ch; }
a { color: var(--sc-accent); text-underline-offset: 3px; }
a:hover { color: var(--sc-accent-strong); }
button, input { font: inherit; color: inherit; }
button, a.button {
  display: inline-block;
  min-height: 44px;
  padding: 8px 18px;
  border: 1px solid var(--sc-border);
  border-radius: var(--sc-radius);
  background: var(--sc-surface);
  color: var(--sc-text);
  font-weight: 600;
  line-height: 26px;
  text-decoration: none;
  cursor: pointer;
}
button:hover, a.button:hover { background: var(--sc-tint); }
button.main { border-color: var(--sc-accent); background: var(--sc-accent); color: var(--sc-accent-text); }
button.main:hover { border-color: var(--sc-accent-strong); background: var(--sc-accent-strong); }
button.quiet {
  min-height: 44px;
  margin-inline-start: -10px;
  padding: 8px 10px;
  border-color: transparent;
  background: none;
  color: var(--sc-accent);
  font-weight: 500;
  text-align: start;
}
button.quiet::before { content: "←" / ""; margin-inline-end: 6px; }
button.quiet:dir(rtl)::before { content: "→" / ""; }
button.quiet:hover { background: var(--sc-tint); }
:focus-visible { outline: 3px solid var(--sc-focus); outline-offset: 2px; }
input:not([type="checkbox"], [type="radio"]) {
  width: 100%;
  min-height: 44px;
  padding: 8px 12px;
  border: 1px solid var(--sc-border);
  border-radius: var(--sc-radius);
  background: var(--sc-surface);
}
[dir="rtl"] input[dir="ltr"] { text-align: end; }
input:not([type="checkbox"], [type="radio"])[aria-invalid] { padding: 7px 11px; border: 2px solid var(--sc-danger); }
::placeholder { color: var(--sc-muted); opacity: 1; }
.fields { display: grid; gap: 2px; }
.fields label { font-weight: 600; }
.fields input { margin-bottom: 8px; }
.fields .main { margin-top: 4px; }
.search { display: flex; gap: 8px; margin-bottom: 16px; }
.search input { min-width: 0; }
.search button { flex: none; }
.intro {
  position: static;
  display: grid;
  gap: 8px;
  width: auto;
  max-width: none;
  margin: 0 0 16px;
  padding: 12px 16px;
  border: 0;
  border-radius: var(--sc-radius);
  background: var(--sc-tint);
  color: inherit;
}
.intro:not([open]) { display: none; }
.intro p { margin: 0; }
.intro button { background: var(--sc-surface); }
.letters { display: flex; flex-wrap: wrap; gap: 4px; margin-block: -8px 8px; margin-inline: -8px 0; padding: 0; list-style: none; }
.letters a { display: inline-block; min-width: 44px; padding: 10px 8px; text-align: center; white-space: nowrap; }
.tiles {
  display: grid;
  grid-template-columns: repeat(auto-fill, minmax(min(152px, 100%), 1fr));
  gap: 8px;
  margin: 0;
  padding: 0;
  list-style: none;
}
.tile {
  display: flex;
  align-items: center;
  gap: 10px;
  width: 100%;
  height: 100%;
  min-height: 56px;
  padding: 8px 10px;
  font-weight: 500;
  line-height: 1.25;
  text-align: start;
}
.tile:hover { border-color: var(--sc-accent); }
.initial {
  display: grid;
  flex: none;
  place-items: center;
  width: 36px;
  height: 36px;
  border-radius: 8px;
  background: var(--sc-tint);
  color: var(--sc-accent);
  font-weight: 600;
}
.brand { display: flex; align-items: center; gap: 12px; }
fieldset { min-width: 0; margin: 20px 0 0; padding: 0; border: 0; }
legend { padding: 0 0 4px; color: var(--sc-muted); font-size: 13px; font-weight: 600; }
.choice {
  display: flex;
  align-items: center;
  gap: 12px;
  min-height: 44px;
  margin: 0;
  padding: 8px 0;
  border-top: 1px solid var(--sc-line);
}
label.choice { cursor: pointer; }
.choice input, .tick { flex: none; width: 20px; height: 20px; margin: 0; accent-color: var(--sc-accent); }
.tick::before {
  content: "";
  display: block;
  width: 7px;
  height: 12px;
  margin-block: 2px 0;
  margin-inline: 6px 7px;
  border: solid var(--sc-muted);
  border-width: 0 2px 2px 0;
  transform: rotate(45deg);
}
.choice strong { display: block; font-weight: 600; }
small { color: var(--sc-muted); font-size: 13px; font-variant-numeric: tabular-nums; }
.decision {
  position: sticky;
  bottom: 0;
  display: grid;
  grid-template-columns: 1fr 1fr;
  gap: 8px;
  margin: 20px -16px -24px;
  padding: 12px 16px;
  border-top: 1px solid var(--sc-line);
  background: var(--sc-surface);
}
.decision button { padding-inline: 10px; }
.problem {
  margin: 12px 0 8px;
  padding: 8px 12px;
  border-inline-start: 3px solid var(--sc-danger);
  background: var(--sc-danger-tint);
  color: var(--sc-danger);
  font-weight: 600;
}
.details { margin-top: 20px; padding: 12px 16px; border-radius: var(--sc-radius); background: var(--sc-tint); }
.details p { margin: 4px 0 0; }
.hidden {
  position: absolute;
  width: 1px;
  height: 1px;
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
}
.wide { max-width: 1080px; }
.wide > section { margin-top: 32px; }
.wide h2 { margin-bottom: 12px; font-size: 17px; }
.panels { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(288px, 100%), 1fr)); gap: 16px; margin-top: 20px; }
.panels section { padding: 16px; border: 1px solid var(--sc-line); border-radius: var(--sc-radius); }
.row, .heading { display: flex; flex-wrap: wrap; align-items: center; gap: 8px; }
.heading h2 { flex: 1 1 100%; margin: 0; }
.heading + .cars { margin-top: 8px; }
.row + .heading { margin-top: 16px; }
.row button:not(.main) { flex: 1 1 auto; padding-inline: 10px; }
.figure { margin: 0 0 12px; font-size: 17px; font-variant-numeric: tabular-nums; }
select {
  flex: 1 1 160px;
  min-width: 0;
  min-height: 44px;
  padding: 8px 12px;
  border: 1px solid var(--sc-border);
  border-radius: var(--sc-radius);
  background: var(--sc-surface);
  color: inherit;
  font: inherit;
}
summary { min-height: 24px; color: var(--sc-accent); cursor: pointer; }
dl { margin: 8px 0 0; font-size: 13px; }
dt { margin-top: 8px; font-weight: 600; }
dd { margin: 0; color: var(--sc-muted); }
pre { margin: 8px 0 0; padding: 12px; overflow-x: auto; border-radius: var(--sc-radius); background: var(--sc-tint); }
code, pre { font: 13px/1.45 ui-monospace, monospace; }
.cars { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(288px, 100%), 1fr)); gap: 8px; margin: 0; padding: 0; list-style: none; }
.cars li { padding: 12px 16px; border: 1px solid var(--sc-line); border-radius: var(--sc-radius); }
.cars span, .cars small { display: block; }
.cars span { font-size: 13px; }
.journal { margin: 12px 0 0; padding: 0; font-size: 13px; font-variant-numeric: tabular-nums; list-style: none; }
.journal li { display: flex; flex-wrap: wrap; gap: 2px 12px; padding: 8px 0; border-top: 1px solid var(--sc-line); overflow-wrap: anywhere; }
.journal li > span:first-child { flex: none; min-width: 3ch; color: var(--sc-muted); }
.journal time { flex: none; color: var(--sc-muted); }
.journal p { flex: 1 0 100%; margin: 0; color: var(--sc-muted); }
.journal p code { margin-inline-end: 8px; }
/* Here grounds are gone: what they told is told by edges, and the main action is inverted. */
@media (forced-colors: active) {
  .bar { border-bottom: 1px solid; }
  .intro, .details, .initial { border: 1px solid; }
  .problem { border: 1px solid; border-inline-start-width: 4px; }
  button.main, button.main:hover { border-color: ButtonText; background: ButtonText; color: ButtonFace; }
  button.quiet { border-color: Canvas; }
}
@media (min-width: 800px) {
  .heading h2 { flex: 1; }
  .journal li { flex-wrap: nowrap; }
  .journal li > code { flex: none; width: 290px; }
  .journal .status { flex: none; width: 130px; }
  .journal p { flex: 1; }
}
@media (min-width: 592px) {
  body { background: var(--sc-desk); }
  .lead { margin: 8px 0 20px; }
  .fields { gap: 4px; }
  .intro { grid-template-columns: 1fr auto; align-items: center; gap: 16px; }
  .fields input { margin-bottom: 12px; }
  .top { border-bottom: 0; }
  main { margin-top: 24px; }
  header:has(.top) + main { margin-top: 0; }
  main { padding: 32px 32px 28px; border: 1px solid var(--sc-line); border-radius: 16px; }
  .top { padding-inline: 32px; margin-top: 12px; }
  .decision { margin: 24px -32px -28px; padding: 16px 32px; border-radius: 0 0 16px 16px; }
  body { padding-bottom: 40px; }
}
`
