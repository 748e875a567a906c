import { readFileSync } from 'node:fs';
import { documentPath } from '../documents.mjs';
import { costCells } from '../figures.mjs';
import { measure } from '../measure.mjs';
import { medianCost } from '../summary.mjs';
import { atMost, shareOf } from './aim.mjs';
import { github } from './github.mjs';
import { documentOf, openProject, settle } from './project.mjs';
import { failuresOf, medianOf, series, seriesHead, seriesRow, take } from './series.mjs';

/** What Node takes on a machine at rest, in seconds: the aim of 120 ms counts on it. */
const USUAL_START = 0.04;
/** Runs of ours and of an empty program in each round: they are short, so one of each says little. */
const SHORT_RUNS = 5;

/** A build asks for code that is up to date: the whole process against what the same command costs in other tools. */
export const unchanged = {
  id: 'unchanged',
  title: 'Nothing changed',
  measure: async (task) => {
    const text = readFileSync(documentPath(github), 'utf8');
    const entrants = task.contenders.map((contender) => {
      const project = openProject(contender, contender.id, task);
      project.put(text);
      return { project, result: series('nothing changed', contender), digest: '' };
    });
    for (const entrant of entrants.filter(({ project }) => project.contender.ours)) {
      await settle(entrant.project);
      entrant.digest = entrant.project.digest();
    }
    const empty = [];
    for (let round = 1; round <= task.runs; round += 1) {
      for (const { project, result } of entrants.filter(({ project }) => !project.contender.ours)) await take(result, project, task.say);
      for (let short = 1; short <= SHORT_RUNS; short += 1) {
        empty.push(await measure({ argv: [process.execPath, '-e', '0'], folder: task.folder }));
        for (const { project, result } of entrants.filter(({ project }) => project.contender.ours)) await take(result, project, task.say);
      }
    }
    const node = medianCost(empty);
    const ours = entrants.filter(({ project }) => project.contender.ours);
    const costOf = (id) => medianOf(entrants.find(({ project }) => project.contender.id === id)?.result);
    return {
      block: {
        heading: unchanged.title,
        facts: `${github.title}. The other tools keep nothing from one run to the next: this is what they cost each time. What Node costs before a program begins differs from hour to hour on a shared machine; \`node -e 0\` ran between the others.`,
        table: [seriesHead, ...entrants.map(({ result }) => seriesRow(result)), ['an empty program', '`node -e 0`', ...costCells(node), '', '']],
        notes: failuresOf(entrants.map(({ result }) => result)),
      },
      aims: ours.flatMap(({ project: { contender }, result }) => {
        const own = medianOf(result);
        return [
          ...atMost('nothing changed, whole process, wall', contender, { limit: 0.12, reached: own?.wallSeconds, show: milliseconds }),
          ...atMost('nothing changed, beyond what Node itself takes, wall', contender, { limit: 0.12 - USUAL_START, reached: own && own.wallSeconds - node.wallSeconds, show: milliseconds }),
          ...shareOf('nothing changed, CPU of openapi-typescript', contender, 1 / 30, own?.cpuSeconds, costOf('openapi-typescript')?.cpuSeconds),
          ...shareOf('nothing changed, CPU of orval', contender, 1 / 25, own?.cpuSeconds, costOf('orval')?.cpuSeconds),
        ];
      }),
      complaints: ours.flatMap(({ project, result, digest }) => [
        ...(documentOf(result.costs.at(-1)).jobs.ran > 0 ? [`${project.contender.id}: jobs ran although nothing had changed`] : []),
        ...(project.digest() === digest ? [] : [`${project.contender.id}: the output changed although nothing had`]),
      ]),
    };
  },
};

const milliseconds = (value) => `${Math.round(value * 1000)} ms`;
