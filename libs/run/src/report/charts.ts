import { byCodeUnit } from '@nx-conductor/core';
import type { RunFacts } from '../metrics/run-facts';
import { hitRateOf } from './data';
import { momentText } from './figures';
import { scriptJson } from './html';

/** One line of a chart. */
interface Line {
  readonly label: string;
  readonly values: readonly (number | null)[];
}

/** A chart over runs, one place on its axis for each. */
export interface Chart {
  /** Of its place in the page. */
  readonly id: string;
  readonly title: string;
  /** The runs for people, the oldest first. */
  readonly runs: readonly string[];
  readonly lines: readonly Line[];
}

/** Charts of phases in the page: of commands on projects, those that ran last. More would be looked at by nobody; the tables have all. */
const MOST_CHARTS = 6;

/** As many as there are colours. */
const MOST_LINES = 8;

/** What each phase of a command on a project took, over its runs. */
export function phaseCharts(runs: readonly RunFacts[]): Chart[] {
  const groups = groupsOf(runs.filter(({ command, durationMs }) => durationMs !== undefined && command !== 'pipeline'));
  return groups.slice(0, MOST_CHARTS).map(({ title, runs: each }, index) => {
    const names = [...new Set(each.flatMap((run) => Object.keys(run.phases)))].sort(byCodeUnit).slice(0, MOST_LINES - 1);
    const phases = names.map((label) => ({ label, values: each.map((run) => run.phases[label] ?? null) }));
    return { id: `chart-phases-${index}`, title: `${title}: time in ms`, runs: each.map(({ time }) => momentText(time)), lines: [{ label: 'whole run', values: each.map(({ durationMs }) => durationMs ?? null) }, ...phases] };
  });
}

/** The share of the work that was kept, over the runs of each command on each project. They end together, at the last run of each. */
export function hitCharts(runs: readonly RunFacts[]): Chart[] {
  const groups = groupsOf(runs.filter((run) => hitRateOf(run) !== null)).slice(0, MOST_LINES);
  const most = Math.max(0, ...groups.map((group) => group.runs.length));
  if (most === 0) return [];
  const lines = groups.map(({ title, runs: each }) => ({ label: title, values: [...Array.from({ length: most - each.length }, () => null), ...each.map((run) => Math.round((hitRateOf(run) ?? 0) * 1000) / 10)] }));
  return [{ id: 'chart-hits', title: 'Work that was kept, in %', runs: Array.from({ length: most }, (_, index) => (index === most - 1 ? 'the last' : `${most - 1 - index} before the last`)), lines }];
}

/** Runs of the same command on the same project, at least two of them; what ran last comes first. */
function groupsOf(runs: readonly RunFacts[]): { readonly title: string; readonly runs: readonly RunFacts[] }[] {
  const groups = new Map<string, RunFacts[]>();
  for (const run of runs) {
    const title = `${run.command} of ${run.project}`;
    const known = groups.get(title) ?? [];
    groups.delete(title);
    groups.set(title, [...known, run]);
  }
  return [...groups].reverse().filter(([, each]) => each.length > 1).map(([title, each]) => ({ title, runs: each }));
}

/** The script that draws charts with uPlot, which stands before it. The page says the same in tables. */
export const chartScript = (charts: readonly Chart[]): string => `(${DRAW})(${scriptJson(charts)});`;

/**
 * Runs in the page: a text, because it can use nothing from around it and must stay as it is when this file is bundled.
 * The colours are those of the page, light or dark; until somebody points at a run, the legend tells of the last.
 */
const DRAW = `(charts) => {
  const draw = ({ id, runs, lines }) => {
    const place = document.getElementById(id).querySelector('div');
    const style = getComputedStyle(document.documentElement);
    const colour = (name) => style.getPropertyValue('--' + name).trim();
    const size = () => ({ width: Math.max(200, place.clientWidth), height: 240 });
    const axis = { stroke: colour('soft'), grid: { stroke: colour('line'), width: 1 }, ticks: { stroke: colour('line'), width: 1 }, font: '12px system-ui, sans-serif' };
    const last = runs.length - 1;
    const series = lines.map(({ label }, index) => ({ label, stroke: colour('line-' + index), width: index === 0 ? 2.5 : 1.75, spanGaps: true, points: { show: runs.length < 40, size: 5 }, value: (_, value) => (value === null ? '–' : String(Math.round(value * 10) / 10)) }));
    const plot = new uPlot({
      ...size(),
      scales: { x: { time: false } },
      series: [{ label: 'run', value: (_, __, ___, index) => runs[index === null ? last : index] }, ...series],
      axes: [{ ...axis, incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000] }, { ...axis, size: 56 }],
      hooks: { setCursor: [(self) => self.cursor.idx === null && self.setLegend({ idx: last })] },
    }, [runs.map((_, index) => index + 1), ...lines.map(({ values }) => values)], place);
    plot.setLegend({ idx: last });
    const resize = () => plot.setSize(size());
    addEventListener('resize', resize);
    return () => (removeEventListener('resize', resize), plot.destroy());
  };
  // First all of them: how wide one is depends on how many stand beside it.
  for (const { id } of charts) document.getElementById(id).hidden = false;
  let drawn = charts.map(draw);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
    for (const remove of drawn) remove();
    drawn = charts.map(draw);
  });
}`;
