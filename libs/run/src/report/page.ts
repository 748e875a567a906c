import type { GroupMetrics } from '../metrics/metrics';
import type { RunFacts } from '../metrics/run-facts';
import { chartScript, hitCharts, phaseCharts, type Chart } from './charts';
import { hitRateOf, type LatestRun, type ReportData } from './data';
import { momentText, percentText, sizeText, timeText } from './figures';
import { html, raw, table, type Html } from './html';
import { STYLE } from './style';

/** Runs and changes told one by one. */
const MOST_RUNS = 50;
const MOST_ROWS = 100;

/** uPlot as text, for a page that asks nobody for anything. */
export interface ChartLibrary {
  readonly script: string;
  readonly style: string;
}

/**
 * The report as one HTML page. Everything is in its text and tables; the script only adds charts. Its policy lets nothing be
 * loaded or sent.
 */
export function reportPage(data: ReportData, { script, style }: ChartLibrary): string {
  const last = data.latest[0];
  const [phases, hits] = [phaseCharts(data.runs), hitCharts(data.runs)];
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:">
<title>Conductor: ${data.of}</title>
<link rel="icon" href="data:,">
<style>${raw(style)}${raw(STYLE)}</style>
</head>
<body>
<a class="skip" href="#main">To the report</a>
<header><h1>Conductor: ${data.of}</h1>
<p class="soft">${data.runs.length} recorded runs; made ${momentText(data.madeAt)}</p>
<nav aria-label="Sections"><ul>${SECTIONS.map(([id, title]) => html`<li><a href="#${id}">${title}</a></li>`)}</ul></nav></header>
<main id="main" tabindex="-1">
${section('last', last ? summary(last) : html`<p>No run is recorded yet: <code>conductor generate</code> leaves a record of each.</p>`)}
${section('why', data.latest.map((run, index) => details(run, index === 0)))}
${section('phases', [charts(phases), runsTable(data.runs), groupsTable(data.groups)])}
${section('hits', [charts(hits), hitsTable(data.groups)])}
${section('slow', [slowRules(data), slowJobs(data)])}
${section('big', bigArtifacts(data))}
${section('found', found(data.latest))}
</main>
<footer><p>Figures are of the records in <code>.conductor/runs</code>; <code>conductor metrics</code> has them for scripts.</p></footer>
<script>${raw(script)}</script>
<script>${raw(chartScript([...phases, ...hits]))}</script>
</body>
</html>
`;
  return page.html;
}

const SECTIONS = [
  ['last', 'Last run'],
  ['why', 'What was done, and why'],
  ['phases', 'Phases over runs'],
  ['hits', 'Hit rates and savings'],
  ['slow', 'Slowest patterns and jobs'],
  ['big', 'Biggest artifacts'],
  ['found', 'Conflicts and findings'],
] as const;

type SectionId = (typeof SECTIONS)[number][0];

const section = (id: SectionId, content: Html | readonly (Html | undefined)[]): Html => html`<section aria-labelledby="${id}"><h2 id="${id}">${SECTIONS.find(([each]) => each === id)?.[1]}</h2>${content}</section>`;

/** Places for charts, which are seen when the script has drawn them. */
const charts = (each: readonly Chart[]): Html => html`<div class="charts">${each.map(({ id, title }) => html`<figure class="chart" id="${id}" hidden><figcaption>${title}</figcaption><div role="img" aria-label="${title}, over the runs; the tables say the same"></div></figure>`)}</div>`;

const outcome = ({ outcome: word }: RunFacts): Html => html`<span class="${word}">${word}</span>`;

/** What a command does to its unit of work, where that is not to run it. */
const DONE: Readonly<Record<string, string>> = { compile: 'compiled', typecheck: 'checked', validate: 'judged' };

const ranText = ({ work }: RunFacts): string => (work.total === 0 ? '–' : `${work.ran} of ${work.total}`);

function summary({ facts }: LatestRun): Html {
  const cards: readonly (readonly [string, string | Html])[] = [
    ['outcome', outcome(facts)],
    ['took', timeText(facts.durationMs)],
    [`${facts.work.unit} ${DONE[facts.command] ?? 'that ran'}`, ranText(facts)],
    ['hit rate', percentText(hitRateOf(facts))],
    ['files written', String(facts.files.written)],
    ['files removed', String(facts.files.removed)],
    ['bytes written', sizeText(facts.files.bytes)],
    ['conflicts', String(facts.files.conflicts)],
  ];
  const total = Object.values(facts.phases).reduce((sum, ms) => sum + ms, 0);
  return html`<p><strong>${facts.command}</strong> of <strong>${facts.project}</strong>, ${momentText(facts.time)}</p>
<dl class="cards">${cards.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
${table('Where its time went', [{ title: 'phase', cell: ([name]) => name }, { title: 'time', number: true, cell: ([, ms]) => timeText(ms) }, { title: 'share', number: true, cell: ([, ms]) => percentText(total === 0 ? null : ms / total) }, { title: '', wide: true, cell: ([, ms]) => html`<span class="share" style="width:${total === 0 ? 0 : ((ms / total) * 100).toFixed(1)}%"></span>` }], Object.entries(facts.phases), 'It came to no phase.')}`;
}

function details({ facts, jobs, changes, failures }: LatestRun, open: boolean): Html {
  const reasons = new Map(jobs.flatMap(({ artifacts, reason }) => artifacts.map((path) => [path, reason] as const)));
  const rows = (['conflicts', 'removed', 'updated', 'created'] as const).flatMap((kind) => (changes?.[kind] ?? []).map((path) => ({ kind, path, reason: reasons.get(path) ?? (kind === 'removed' ? 'no pattern makes it any more' : '') })));
  const changed = new Set(rows.map(({ path }) => path));
  const same = jobs.filter(({ artifacts }) => !artifacts.some((path) => changed.has(path)));
  return html`<details${raw(open ? ' open' : '')}><summary><strong>${facts.command}</strong> of ${facts.project}, ${momentText(facts.time)}: ${outcome(facts)}, ${ranText(facts)} ${facts.work.unit} ${DONE[facts.command] ?? 'ran'}</summary>
${table('Errors and warnings', [{ title: 'code', cell: (row) => html`<code>${row.code}</code>` }, { title: 'where', cell: (row) => [row.file ?? '', row.line === undefined ? '' : `:${row.line}`] }, { title: 'message', cell: (row) => row.message }], failures, 'No errors, no warnings.')}
${table(`What changed on disk${more(rows.length)}`, [{ title: 'artifact', cell: (row) => row.path }, { title: 'what', cell: (row) => (row.kind === 'conflicts' ? 'conflict' : row.kind) }, { title: 'why', cell: (row) => row.reason }], rows.slice(0, MOST_ROWS), 'Nothing changed on disk.')}
${same.length === 0 ? undefined : table(`${facts.outcome === 'done' ? 'Jobs that ran and gave what was there already' : 'Jobs that ran; nothing was written, because the run failed'}${more(same.length)}`, [{ title: 'job', cell: (row) => row.job }, { title: 'why', cell: (row) => row.reason }], same.slice(0, MOST_ROWS), '')}</details>`;
}

const more = (count: number): string => (count > MOST_ROWS ? ` (the first ${MOST_ROWS} of ${count})` : '');

function runsTable(runs: readonly RunFacts[]): Html {
  return table(
    `The last runs${runs.length > MOST_RUNS ? ` (${MOST_RUNS} of ${runs.length})` : ''}, the latest first`,
    [
      { title: 'started', tight: true, cell: (run) => momentText(run.time) },
      { title: 'what', cell: (run) => `${run.command} of ${run.project}` },
      { title: 'outcome', cell: outcome },
      { title: 'took', number: true, cell: (run) => timeText(run.durationMs) },
      { title: 'ran', number: true, cell: ranText },
      { title: 'phases', cell: (run) => Object.entries(run.phases).filter(([, ms]) => ms > 0).map(([name, ms]) => `${name} ${timeText(ms)}`).join(', ') },
    ],
    [...runs].reverse().slice(0, MOST_RUNS),
    'No run is recorded.',
  );
}

function groupsTable(groups: readonly GroupMetrics[]): Html {
  const time = (title: string, of: 'p50' | 'p95' | 'p99') => ({ title, number: true, cell: (group: GroupMetrics) => timeText(group.durationMs?.[of]) });
  return table('How long runs took', [{ title: 'what', cell: (group) => `${group.command} of ${group.project}` }, { title: 'runs', number: true, cell: (group) => group.runs.total }, time('p50', 'p50'), time('p95', 'p95'), time('p99', 'p99')], groups, 'No run is recorded.');
}

function hitsTable(groups: readonly GroupMetrics[]): Html {
  return table(
    'Work kept from earlier runs, and what that saved',
    [
      { title: 'what', cell: (group) => `${group.command} of ${group.project}` },
      { title: 'work kept', number: true, cell: (group) => percentText(group.work.hitRate) },
      { title: 'templates from the store', number: true, cell: (group) => percentText(group.templates.hitRate) },
      { title: 'commands spared', number: true, cell: (group) => percentText(group.commands.hitRate) },
      { title: 'saved against clean runs', number: true, cell: (group) => (group.savings ? `${timeText(group.savings.savedMs)} (${percentText(group.savings.share)})` : '–') },
    ],
    groups,
    'No run is recorded.',
  );
}

function slowRules({ slowRules: rules }: ReportData): Html {
  return table('Slowest output rules, over all runs', [{ title: 'rule', cell: (row) => row.rule }, { title: 'jobs', number: true, cell: (row) => row.jobs }, { title: 'all together', number: true, cell: (row) => timeText(row.ms) }, { title: 'slowest', number: true, cell: (row) => timeText(row.mostMs) }], rules, 'No job ran.');
}

function slowJobs({ slowJobs: jobs }: ReportData): Html {
  return table('Slowest jobs, over all runs', [{ title: 'job', cell: (row) => row.job }, { title: 'took', number: true, cell: (row) => timeText(row.ms) }, { title: 'why it ran', cell: (row) => row.reason }], jobs, 'No job ran.');
}

function bigArtifacts({ bigArtifacts: artifacts }: ReportData): Html {
  return table('Biggest artifacts that the manifests list', [{ title: 'artifact', cell: (row) => `${row.project}: ${row.path}` }, { title: 'size', number: true, cell: (row) => sizeText(row.size) }, { title: 'made by', cell: (row) => row.job }], artifacts, 'No manifest lists an artifact.');
}

function found(latest: readonly LatestRun[]): (Html | undefined)[] {
  const conflicts = latest.flatMap(({ facts, changes }) => (changes?.conflicts ?? []).map((path) => ({ project: facts.project, path })));
  const findings = latest.flatMap(({ facts, findings: each }) => each.map((finding) => ({ ...finding, command: facts.command })));
  return [
    table('Conflicts of the latest runs', [{ title: 'artifact', cell: (row) => `${row.project}: ${row.path}` }, { title: 'what to do', cell: () => 'keep it, overwrite it or merge: --on-conflict' }], conflicts, 'No conflicts.'),
    rulesFound(findings),
    table(`Findings of the latest runs${more(findings.length)}`, [{ title: 'where', cell: (row) => [row.file, row.line === undefined ? '' : `:${row.line}`] }, { title: 'what', cell: (row) => html`${row.severity} <code>${row.code}</code> (${row.command})` }, { title: 'message', cell: (row) => row.message }], findings.slice(0, MOST_ROWS), 'No findings.'),
  ];
}

/** Findings by what found them, the most frequent first; nothing where each is alone. */
function rulesFound(findings: readonly { readonly code: string; readonly severity: string; readonly file: string; readonly command: string }[]): Html | undefined {
  const rules = new Map<string, { readonly code: string; readonly severity: string; readonly command: string; readonly files: Set<string>; count: number }>();
  for (const { code, severity, file, command } of findings) {
    const key = JSON.stringify([command, severity, code]);
    const rule = rules.get(key) ?? { code, severity, command, files: new Set<string>(), count: 0 };
    rule.files.add(file);
    rule.count += 1;
    rules.set(key, rule);
  }
  if (rules.size === findings.length) return undefined;
  const rows = [...rules.values()].sort((a, b) => b.count - a.count).slice(0, MOST_ROWS);
  return table('What was found most', [{ title: 'what', cell: (row) => html`${row.severity} <code>${row.code}</code> (${row.command})` }, { title: 'findings', number: true, cell: (row) => row.count }, { title: 'files', number: true, cell: (row) => row.files.size }], rows, '');
}
