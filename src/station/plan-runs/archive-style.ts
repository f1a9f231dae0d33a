import { Html } from './archive-html';

/** Of the page of an archive: by itself, legible on any screen and on A4. */
export const archiveStyle = new Html(`
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 24px 28px 48px; max-width: 1280px; background: #fff; color: #1a1a1a;
  font: 14px/1.55 "Noto Sans SC", "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC", sans-serif;
  font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
header { border-bottom: 3px solid #1a1a1a; padding-bottom: 12px; }
h1 { margin: 0 0 10px; font-size: 26px; line-height: 1.3; }
h2 { margin: 34px 0 10px; padding-bottom: 4px; border-bottom: 1px solid #1a1a1a; font-size: 18px; }
h3 { margin: 18px 0 6px; font-size: 14px; }
.kind { margin: 0 0 4px; color: #555; }
.drill { padding: 0 10px; border: 2px solid #b00020; color: #b00020; font-style: normal; }
.notice { margin: 0 0 10px; color: #b00020; font-weight: 700; }
dl { display: grid; grid-template-columns: repeat(auto-fill, minmax(360px, 1fr)); gap: 2px 24px; margin: 0; }
dl > div { display: flex; gap: 12px; }
dt { flex: 0 0 112px; color: #555; }
dd { margin: 0; white-space: pre-wrap; }
nav { display: flex; flex-wrap: wrap; gap: 4px 16px; padding: 10px 0; }
a { color: #0b4f9c; }
table { width: 100%; border-collapse: collapse; }
th, td { padding: 4px 8px; border: 1px solid #bbb; text-align: start; vertical-align: top; }
thead th { background: #eee; white-space: nowrap; }
.phase th { background: #f6f6f6; font-size: 15px; }
.steps td:nth-child(2) { width: 30%; } .steps td:nth-child(7) { width: 26%; }
.steps td:nth-child(4), .steps td:nth-child(5), .steps td:nth-child(6) { min-width: 92px; }
.count { text-align: end; white-space: nowrap; }
.quiet { color: #555; }
.code { font: 12px/1.5 ui-monospace, Consolas, "DejaVu Sans Mono", monospace; overflow-wrap: anywhere; }
.words { white-space: pre-wrap; }
.said + .said { margin-top: 8px; padding-top: 8px; border-top: 1px dotted #bbb; }
.open, .failed, .absent { color: #b00020; font-weight: 700; }
.picture { display: inline-flex; flex-direction: column; max-width: 260px; margin: 4px 8px 4px 0; vertical-align: top; }
.picture img { max-width: 260px; max-height: 200px; border: 1px solid #bbb; object-fit: contain; }
footer { margin-top: 34px; padding-top: 10px; border-top: 1px solid #1a1a1a; color: #555; }
.mark { position: fixed; inset: 0; z-index: 1; display: grid; grid-template-columns: repeat(3, 1fr); align-items: center; justify-items: center;
  overflow: hidden; pointer-events: none; }
.mark span { color: rgb(176 0 32 / 9%); font-size: 84px; font-weight: 700; transform: rotate(-24deg); white-space: nowrap; }
@media print {
  @page { size: A4 landscape; margin: 12mm 10mm; }
  body { max-width: none; padding: 0; font-size: 9pt; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  nav { display: none; }
  h2 { break-after: avoid; } h3 { break-after: avoid; }
  thead { display: table-header-group; } tr, .picture { break-inside: avoid; }
  a { color: inherit; text-decoration: none; }
}
`);
