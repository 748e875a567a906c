/** The style of the page. Colours have a contrast of 4.5 to 1 and more on their ground, in both schemes. */
export const STYLE = `
:root{color-scheme:light dark;--ground:#fff;--raised:#f4f5f7;--text:#1b1f24;--soft:#57606a;--line:#d0d7de;--accent:#0550ae;--good:#116329;--bad:#a40e26;--bar:#6ea8e6;--line-0:#1b1f24;--line-1:#0550ae;--line-2:#a40e26;--line-3:#116329;--line-4:#8250df;--line-5:#953800;--line-6:#0a7b83;--line-7:#7d6600}
@media (prefers-color-scheme:dark){:root{--ground:#0d1117;--raised:#161b22;--text:#e6edf3;--soft:#9ea7b3;--line:#30363d;--accent:#79c0ff;--good:#56d364;--bad:#ff9492;--bar:#2f6db5;--line-0:#e6edf3;--line-1:#79c0ff;--line-2:#ff9492;--line-3:#56d364;--line-4:#d2a8ff;--line-5:#ffa657;--line-6:#56d4dd;--line-7:#e3b341}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--text);font:16px/1.5 system-ui,sans-serif;overflow-wrap:anywhere}
header,main,footer{max-width:72rem;margin:0 auto;padding:0 1rem}
h1{font-size:1.6rem;margin:1.5rem 0 .25rem}h2{font-size:1.25rem;margin:2.5rem 0 .5rem;border-bottom:1px solid var(--line)}h3{font-size:1rem;margin:1.25rem 0 .25rem}
p{margin:.5rem 0}.soft,.none,caption,footer{color:var(--soft)}
a{color:var(--accent)}
a:focus-visible,summary:focus-visible,.scroll:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.skip{position:absolute;left:-999rem}.skip:focus{left:1rem;top:.5rem;background:var(--ground);padding:.25rem .5rem}
nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1rem;list-style:none;margin:.75rem 0;padding:0}
.cards{display:grid;grid-template-columns:repeat(auto-fill,minmax(7.4rem,1fr));gap:.75rem;margin:1rem 0;padding:0}
.cards div{background:var(--raised);border:1px solid var(--line);border-radius:.5rem;padding:.5rem .75rem}
.cards dt{color:var(--soft);font-size:.85rem}.cards dd{margin:0;font-size:1.3rem;font-variant-numeric:tabular-nums}
.scroll{overflow-x:auto;margin:.5rem 0}
table{border-collapse:collapse;width:100%;font-size:.9rem}
caption{text-align:left;padding:.25rem 0}
th,td{text-align:left;vertical-align:top;padding:.3rem .75rem .3rem 0;border-bottom:1px solid var(--line);overflow-wrap:anywhere;min-width:5rem}
thead th{white-space:nowrap}tbody th{font-weight:400}
.tight{white-space:nowrap}.wide{width:45%}
.number{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
details{border:1px solid var(--line);border-radius:.5rem;margin:.75rem 0;padding:.25rem .75rem}
summary{cursor:pointer;padding:.35rem 0}
code{font:.85em ui-monospace,monospace}
.done{color:var(--good)}.failed,.unfinished{color:var(--bad)}
.share{display:block;height:.7rem;margin-top:.35rem;min-width:2px;background:var(--bar);border-radius:.2rem}
.charts{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,30rem),1fr));gap:.75rem;margin:.75rem 0}.charts:empty{display:none}
.chart{margin:0;min-width:0;border:1px solid var(--line);border-radius:.5rem;padding:.5rem .75rem;overflow:hidden}
.chart figcaption{font-weight:600;font-size:.9rem;margin-bottom:.25rem}
.chart .uplot{width:100%;font:12px/1.5 system-ui,sans-serif}.chart .u-legend{width:100%;text-align:left;font-variant-numeric:tabular-nums}.chart .u-legend tr{display:inline-block;margin-right:.75rem}.chart .u-legend th,.chart .u-legend td{border:0;padding:0 .2rem 0 0;min-width:0}.chart .u-inline .u-value{width:auto}
@media print{.chart,nav,.skip{display:none}details{border:0}}
`;
