/** The style of the page. Colours have a contrast of 4.5 to 1 and more on their ground, in both schemes. */
export const STYLE = `
:root{color-scheme:light dark;--ground:#fff;--raised:#f4f5f7;--text:#1b1f24;--soft:#57606a;--line:#d0d7de;--accent:#0550ae;--good:#116329;--bad:#a40e26;--bar:#b6d4f5}
@media (prefers-color-scheme:dark){:root{--ground:#0d1117;--raised:#161b22;--text:#e6edf3;--soft:#9ea7b3;--line:#30363d;--accent:#79c0ff;--good:#56d364;--bad:#ff9492;--bar:#1f4a7d}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--text);font:16px/1.5 system-ui,sans-serif;overflow-wrap:anywhere}
header,main,footer{max-width:72rem;margin:0 auto;padding:0 1rem}
h1{font-size:1.6rem;margin:1.5rem 0 .25rem}h2{font-size:1.25rem;margin:2.5rem 0 .5rem;border-bottom:1px solid var(--line)}h3{font-size:1rem;margin:1.25rem 0 .25rem}
p{margin:.5rem 0}.soft,.none,caption,footer{color:var(--soft)}
a{color:var(--accent)}
a:focus-visible,summary:focus-visible,.scroll:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.skip{position:absolute;left:-999rem}.skip:focus{left:1rem;top:.5rem;background:var(--ground);padding:.25rem .5rem}
nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1rem;list-style:none;margin:.75rem 0;padding:0}
.cards{display:grid;grid-template-columns:repeat(auto-fill,minmax(9.5rem,1fr));gap:.75rem;margin:1rem 0;padding:0}
.cards div{background:var(--raised);border:1px solid var(--line);border-radius:.5rem;padding:.5rem .75rem}
.cards dt{color:var(--soft);font-size:.85rem}.cards dd{margin:0;font-size:1.3rem;font-variant-numeric:tabular-nums}
.scroll{overflow-x:auto;margin:.5rem 0}
table{border-collapse:collapse;width:100%;min-width:34rem;font-size:.9rem}
caption{text-align:left;padding:.25rem 0}
th,td{text-align:left;vertical-align:top;padding:.3rem .75rem .3rem 0;border-bottom:1px solid var(--line);overflow-wrap:anywhere;min-width:5rem}
thead th{white-space:nowrap}tbody th{font-weight:400}
.number{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
details{border:1px solid var(--line);border-radius:.5rem;margin:.75rem 0;padding:.25rem .75rem}
summary{cursor:pointer;padding:.35rem 0}
code{font:.85em ui-monospace,monospace}
.done{color:var(--good)}.failed,.unfinished{color:var(--bad)}
.share{display:block;height:.6rem;min-width:1px;background:var(--bar);border-radius:.2rem}
.chart{background:#fff;color:#1b1f24;border:1px solid var(--line);border-radius:.5rem;padding:.5rem;margin:.75rem 0;overflow:hidden}
@media print{.chart,nav,.skip{display:none}details{border:0}}
`;
