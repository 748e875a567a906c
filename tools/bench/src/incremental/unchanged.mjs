import { readFileSync } from 'node:fs';
import { documentPath } from '../documents.mjs';
import { atMost, shareOf } from './aim.mjs';
import { github } from './github.mjs';
import { documentOf, openProject, settle } from './project.mjs';
import { failuresOf, medianOf, series, seriesHead, seriesRow, take } from './series.mjs';

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
    for (let round = 1; round <= task.runs; round += 1) {
      for (const { project, result } of entrants) await take(result, project, task.say);
    }
    const ours = entrants.filter(({ project }) => project.contender.ours);
    const costOf = (id) => medianOf(entrants.find(({ project }) => project.contender.id === id)?.result);
    return {
      block: {
        heading: unchanged.title,
        facts: `${github.title}. The other tools keep nothing from one run to the next: this is what they cost each time.`,
        table: [seriesHead, ...entrants.map(({ result }) => seriesRow(result))],
        notes: failuresOf(entrants.map(({ result }) => result)),
      },
      aims: ours.flatMap(({ project: { contender }, result }) => {
        const own = medianOf(result);
        return [
          ...atMost('nothing changed, whole process, wall', contender, { limit: 0.12, reached: own?.wallSeconds, show: (value) => `${Math.round(value * 1000)} ms` }),
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
