import { readFileSync } from 'node:fs';
import { documentPath } from '../documents.mjs';
import { atMost } from './aim.mjs';
import { github } from './github.mjs';
import { openProject } from './project.mjs';
import { medianOf, series, seriesHead, seriesRow, take } from './series.mjs';

/** What a first run pays for the runs after it: it notes what every job reads, and saves that and the compiled templates. */
export const firstRun = {
  id: 'first-run',
  title: 'What a first run pays for later ones',
  measure: async (task) => {
    const text = readFileSync(documentPath(github), 'utf8');
    const entrants = task.contenders.filter(({ ours }) => ours).map((contender) => {
      const project = openProject(contender, contender.id, task);
      project.put(text);
      return { contender, project, noting: series('from nothing', contender), plain: series('from nothing, --no-cache', contender), digests: new Set() };
    });
    for (let round = 1; round <= task.runs; round += 1) {
      for (const { project, noting, plain, digests } of entrants) {
        project.forget();
        await take(noting, project, task.say);
        digests.add(project.digest());
        project.forget();
        await take(plain, project, task.say, '--no-cache');
        digests.add(project.digest());
      }
    }
    return {
      block: {
        heading: firstRun.title,
        facts: `${github.title}. A first run notes what every job reads and saves it; with \`--no-cache\` nothing is noted and nothing saved.`,
        table: [seriesHead, ...entrants.flatMap(({ noting, plain }) => [seriesRow(noting), seriesRow(plain)])],
        notes: [],
      },
      aims: entrants.flatMap(({ contender, noting, plain }) =>
        atMost('first run, CPU of one that notes nothing', contender, {
          limit: 1.5,
          reached: medianOf(noting).cpuSeconds / medianOf(plain).cpuSeconds,
          show: (value) => `${value.toFixed(2)} ×`,
        })),
      complaints: entrants.filter(({ digests }) => digests.size > 1).map(({ contender }) => `${contender.id}: --no-cache leaves another output`),
    };
  },
};
