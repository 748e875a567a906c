import { byCodeUnit } from '@nx-conductor/core';
import type { RunFacts } from '../metrics/run-facts';
import { hitRateOf } from './data';
import { scriptJson } from './html';

/** One line of a chart. */
interface Line {
  readonly label: string;
  readonly values: readonly (number | null)[];
}

/** A chart over runs: its place in the page, and what is drawn there. */
interface Chart {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  /** Seconds since the epoch. */
  readonly times: readonly number[];
  readonly lines: readonly Line[];
}

/** Ids of the places in the page. */
export const CHART_IDS = { phases: 'chart-phases', hits: 'chart-hits' } as const;

/** The script that draws the charts with uPlot, which stands before it. The page says the same in tables. */
export function chartScript(runs: readonly RunFacts[]): string {
  return `(${DRAW})(${scriptJson([phaseChart(runs), hitChart(runs)])});`;
}

function phaseChart(runs: readonly RunFacts[]): Chart {
  const ended = runs.filter(({ command, durationMs }) => durationMs !== undefined && command !== 'pipeline');
  const names = [...new Set(ended.flatMap((run) => Object.keys(run.phases)))].sort(byCodeUnit);
  return {
    id: CHART_IDS.phases,
    title: 'Phases over runs',
    unit: 'ms',
    times: ended.map(({ time }) => time / 1000),
    lines: [{ label: 'whole run', values: ended.map(({ durationMs }) => durationMs ?? null) }, ...names.map((label) => ({ label, values: ended.map((run) => run.phases[label] ?? null) }))],
  };
}

function hitChart(runs: readonly RunFacts[]): Chart {
  const ended = runs.filter((run) => hitRateOf(run) !== null);
  const commands = [...new Set(ended.map(({ command }) => command))].sort(byCodeUnit);
  const rates = (command: string) => ended.map((run) => (run.command === command ? Math.round((hitRateOf(run) ?? 0) * 1000) / 10 : null));
  return { id: CHART_IDS.hits, title: 'Hit rates over runs', unit: '%', times: ended.map(({ time }) => time / 1000), lines: commands.map((label) => ({ label, values: rates(label) })) };
}

/** Runs in the page: a text, because it can use nothing from around it and must stay as it is when this file is bundled. */
const DRAW = `(charts) => {
  const colours = ['#0550ae', '#a40e26', '#116329', '#8250df', '#953800', '#0a7b83', '#6e4a00', '#57606a'];
  for (const chart of charts) {
    const place = document.getElementById(chart.id);
    if (chart.times.length < 2) continue;
    place.hidden = false;
    const size = () => ({ width: Math.max(200, place.clientWidth - 16), height: 260 });
    const series = chart.lines.map(({ label }, index) => ({ label, stroke: colours[index % colours.length], width: 2, spanGaps: true, points: { show: true, size: 6 } }));
    const plot = new uPlot({ ...size(), title: chart.title + ' (' + chart.unit + ')', series: [{ label: 'run' }, ...series], axes: [{}, { size: 56 }] }, [chart.times, ...chart.lines.map(({ values }) => values)], place);
    addEventListener('resize', () => plot.setSize(size()));
  }
}`;
