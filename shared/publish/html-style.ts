// How a published meeting looks, on screen and on paper. Sizes are in em of one base, so both are the same typography.
// Black and white is enough: every state has a word or a shape, greys have at least 4.5:1 on white.

export const DOCUMENT_STYLE = `
:root { --sans: Inter, "Noto Sans", "Noto Sans Math", "Noto Sans Symbols 2", "Noto Sans Arabic", "Noto Sans Hebrew", "Noto Sans JP", "Noto Sans CJK JP", sans-serif;
  --mono: "Noto Sans Mono", "DejaVu Sans Mono", monospace;
  --ink: #16181b; --dim: #54595f; --line: #d4d4cf; --soft: #f4f4f1; color-scheme: light; }
*, *::before, *::after { box-sizing: border-box; }
html { font-synthesis: none; font: 400 15px/1.5 var(--sans); color: var(--ink); background: #e4e4df; -webkit-text-size-adjust: 100%; }
body { margin: 0; }
h1, h2, h3, h4, h5, h6, p, ul, ol, table, pre, blockquote { margin: 0; }
h1, h2, h3, h4, h5, h6, b, th { font-weight: 600; }
h1 { font-size: 2.05em; line-height: 1.2; letter-spacing: -0.015em; margin: 0.55em 0 0.2em; }
h2 { font-size: 1.2em; line-height: 1.35; margin: 1.5em 0 0.5em; }
h3 { font-size: 1.04em; }
h4, h5, h6 { font-size: 1em; margin: 0.6em 0 0.15em; }
h5, h6 { color: var(--dim); }
h6 { font-weight: 400; font-style: italic; }
a { color: inherit; text-decoration: underline; text-decoration-color: #9a9ea3; text-decoration-thickness: 0.06em; text-underline-offset: 0.16em; }
a:focus-visible { outline: 2px solid #0a7c9c; outline-offset: 2px; }
.paper { max-width: 50em; margin: 1.6em auto; padding: 3.6em 4em 4.2em; background: #fff; box-shadow: 0 1px 2px rgb(0 0 0 / 12%), 0 10px 36px rgb(0 0 0 / 14%); overflow-wrap: anywhere; }
.dim, .times, .subtitle, .running, .left-out, .files { color: var(--dim); }
.no, .times, .time, .subtitle, td { font-variant-numeric: tabular-nums; }
.no { text-decoration: none; }
a.no:hover, a.dim:hover { text-decoration: underline; }
a.dim { text-decoration: none; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.margin-words { visibility: hidden; height: 0; overflow: hidden; }
.running { display: flex; justify-content: space-between; gap: 2em; font-size: 0.9em; }
.running span:last-child { margin-left: auto; text-align: right; }
.left-out { font-size: 0.9em; margin-top: 0.7em; }

table { border-collapse: collapse; width: 100%; font-size: 0.93em; line-height: 1.45; }
th, td { text-align: start; vertical-align: top; padding: 0.42em 0.7em 0.42em 0; border-bottom: 0.6px solid var(--line); }
th:last-child, td:last-child { padding-inline-end: 0; }
thead th { border-bottom: 1.2px solid var(--ink); vertical-align: bottom; }
tr:target, .action:target, .decision:target { background: #fdf3c4; }
.facts { margin-top: 1.3em; }
.facts th { width: 8.4em; font-weight: 400; color: var(--dim); }
.decisions th:first-child { width: 3.4em; }
.decisions th:last-child { width: 26%; }
.actions th:nth-child(1) { width: 1.6em; }
.actions th:nth-child(2) { width: 3em; }
.actions th:nth-child(4) { width: 20%; }
.actions th:nth-child(5) { width: 7.2em; }
.actions th:nth-child(6) { width: 3.2em; }
.cancelled th:nth-child(1) { width: 3.4em; }
.cancelled th:nth-child(2) { width: 48%; }
.attachments th:nth-child(1) { width: 46%; }
.attachments th:nth-child(3) { width: 7em; }
.attachments th:nth-child(5) { width: 3.4em; }
.proposals th:nth-child(1) { width: 54%; }
.proposals th:nth-child(2) { width: 17%; }
.proposals th:nth-child(3) { width: 6em; }
.date { white-space: nowrap; }
.programme th:nth-child(1) { width: 7.6em; }
.programme th:nth-child(2) { width: 3.4em; }
.programme th:nth-child(4) { width: 24%; }
.programme th:nth-child(5) { width: 5.6em; }
.programme .slot td:nth-child(3) { padding-inline-start: 1.2em; }
.programme .block th { padding-top: 1em; font-weight: 400; color: var(--dim); border-bottom-color: #9a9ea3; }
.programme .block b, p.block b { color: var(--ink); }
.programme .break td, .programme .close td { color: var(--dim); background: var(--soft); }

.contents ul { list-style: none; padding: 0; columns: 2; column-gap: 2.4em; font-size: 0.93em; }
.contents li { break-inside: avoid; }
.contents .level-1 { font-weight: 600; margin-top: 0.5em; }
.contents li:first-child { margin-top: 0; }
.contents .level-2 { padding-inline-start: 1em; }
.contents a { display: flex; justify-content: space-between; gap: 1em; text-decoration: none; }
.contents a:hover { text-decoration: underline; }
.contents .pg { flex: none; width: 2.2em; text-align: end; font-weight: 400; color: var(--dim); font-variant-numeric: tabular-nums; }

.day-head { border-top: 1.2px solid var(--ink); margin-top: 2em; padding-top: 0.75em; display: flex; flex-wrap: wrap; align-items: baseline; justify-content: space-between; gap: 0 2em; }
.day-head h2 { margin: 0; }
p.block { color: var(--dim); margin: 0.5em 0 0; }
.item { margin-top: 1.15em; }
.item .item { margin-top: 0.9em; padding-inline-start: 1.2em; }
.item-head h3, .item-head h4, .item-head p { display: inline; }
.item-head h3 .no, .item-head h4 .no { margin-inline-end: 0.35em; }
.item-head p { font-size: 0.97em; }
.cut { font-weight: 600; }
.label { font-size: 0.85em; font-weight: 600; color: var(--dim); margin-top: 0.4em; }
.prep { font-size: 0.89em; color: #3d4248; border-inline-start: 2px solid var(--line); padding-inline-start: 0.9em; margin: 0.35em 0 0.5em; }
.prep .label { font-size: 0.95em; margin-top: 0; }
/* An agenda has nothing else to tell it from. */
.agenda .notes .label { display: none; }
.text { margin-top: 0.2em; }
p + p, ul + p, ol + p, p + pre, pre + p, blockquote + p { margin-top: 0.45em; }
ul, ol { padding-inline-start: 1.45em; margin: 0.2em 0; }
li > ul, li > ol { margin: 0; }
li > p { margin-top: 0; }
ul { list-style: disc; } ul ul { list-style: circle; } ul ul ul { list-style: square; }
/* Beyond eight levels the indent shrinks: the words need the width. */
li li li li li li li li ul, li li li li li li li li ol { padding-inline-start: 0.75em; }
blockquote { border-inline-start: 2px solid var(--line); padding-inline-start: 0.9em; color: var(--dim); margin: 0.4em 0; }
code, pre { font-family: var(--mono); font-size: 0.9em; }
code { background: var(--soft); padding: 0.05em 0.25em; border-radius: 2px; }
pre { background: var(--soft); padding: 0.6em 0.8em; white-space: pre-wrap; margin: 0.4em 0; }
pre code { padding: 0; font-size: 1em; }
hr { border: 0; border-top: 0.6px solid var(--line); margin: 0.7em 0; }
.action, .decision { margin: 0.4em 0; }
.action { display: flex; gap: 0.5em; }
.action > div { flex: 1; min-width: 0; }
.action .no, .decision .no { font-weight: 600; }
.action .facts-of, .decision .facts-of { color: var(--dim); }
.decision { border-inline-start: 2.5px solid var(--ink); padding-inline-start: 0.7em; }
.progress { font-size: 0.93em; }
.tick { width: 1em; height: 1em; flex: none; vertical-align: -0.13em; margin-top: 0.25em; fill: none; stroke: var(--ink); stroke-width: 1.3; stroke-linecap: round; stroke-linejoin: round; }
td .tick { margin-top: 0; }
p.break, p.close { display: flex; gap: 1.2em; color: var(--dim); font-size: 0.93em; border: solid var(--line); border-width: 0.6px 0; padding: 0.25em 0; margin-top: 1.15em; }
.time { flex: none; }
.files { font-size: 0.9em; margin-top: 0.35em; }
.note { display: none; }
.links { display: none; }
.closing { margin-top: 1.6em; }
.next ul { list-style: none; padding: 0; }
.next li { margin-bottom: 0.35em; }
.annex td .prep { margin-top: 0.3em; }

@media screen {
  .pg:empty { display: none; }
  .paper { position: relative; }
}
@media screen and (max-width: 44em) {
  html { background: #fff; }
  .paper { margin: 0; padding: 1.4em 1.1em 3em; box-shadow: none; }
  .contents ul { columns: 1; }
  .register, .agenda .day { overflow-x: auto; }
  .rows { min-width: 38em; }
}
@media print {
  html { font-size: 10.200pt; line-height: 1.48; background: none; }
  .paper { max-width: none; margin: 0; padding: 0; background: none; box-shadow: none; }
  h1 { margin-top: 0.35em; }
  a { text-decoration: none; }
  .text a:not(.no), .prep a:not(.no) { text-decoration: underline; }
  tr, p.break, p.close, .tick, .register.short, .head, .day-head, .item-head, .facts tr, .next { break-inside: avoid; }
  thead { display: table-header-group; }
  h2, h3, h4, h5, h6, .day-head, .item-head, p.block, .label, .programme .block, thead tr, .rows tbody tr:first-child:not(:last-child) { break-after: avoid; }
  p, li { orphans: 3; widows: 3; }
  .action, .decision, .action p { break-inside: avoid; }
  .note { display: inline; font-size: 0.68em; line-height: 0; vertical-align: 0.5em; color: var(--dim); margin-inline-start: 0.1em; }
  .links { display: block; font-size: 0.78em; line-height: 1.4; color: var(--dim); margin-top: 0.5em; padding-inline-start: 1.6em; }
  .prep .links { margin-top: 0.2em; }
}
`;
