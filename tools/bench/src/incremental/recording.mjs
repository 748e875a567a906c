import { readFileSync } from 'node:fs';
import { documentPath } from '../documents.mjs';
import { atMost } from './aim.mjs';
import { github } from './github.mjs';
import { openProject, settle } from './project.mjs';
import { medianOf, series, seriesHead, seriesRow, take } from './series.mjs';

/** Rounds per wanted run: the difference is a small part of what a process varies by. */
const ROUNDS = { 'nothing changed': 15, 'every job runs': 3 };

/** What leaving a record costs: the same runs with and without it, by turns. */
export const recording = {
  id: 'recording',
  title: 'Recording',
  measure: async (task) => {
    const text = readFileSync(documentPath(github), 'utf8');
    const [contender] = task.contenders.filter(({ ours }) => ours);
    if (contender === undefined) return { block: { heading: recording.title, notes: ['Conductor is not among the contenders.'] }, aims: [], complaints: [] };
    const project = openProject(contender, contender.id, task);
    project.put(text);
    await settle(project);
    const compared = [];
    for (const [state, extra] of [['nothing changed', []], ['every job runs', ['--force']]]) {
      const [recorded, unrecorded] = [series(`${state}, recorded`, contender), series(`${state}, --no-record`, contender)];
      for (let round = 0; round < task.runs * ROUNDS[state]; round += 1) {
        // Whoever goes first in one round goes second in the next.
        const turns = [() => take(recorded, project, task.say, ...extra), () => take(unrecorded, project, task.say, ...extra, '--no-record')];
        for (const turn of round % 2 === 0 ? turns : turns.reverse()) await turn();
      }
      compared.push({ state, recorded, unrecorded });
    }
    return {
      block: {
        heading: recording.title,
        facts: `${github.title}. Medians of runs by turns, with the record of each in .conductor/runs and without: ${task.runs * ROUNDS['nothing changed']} where nothing changed, ${task.runs * ROUNDS['every job runs']} where every job runs.`,
        table: [seriesHead, ...compared.flatMap(({ recorded, unrecorded }) => [seriesRow(recorded), seriesRow(unrecorded)])],
        notes: [],
      },
      aims: compared.flatMap(({ state, recorded, unrecorded }) => atMost(`overhead of recording, CPU, ${state}`, contender, { limit: 0.02, reached: medianOf(recorded).cpuSeconds / medianOf(unrecorded).cpuSeconds - 1, show: (value) => `${(value * 100).toFixed(1)} %` })),
      complaints: [],
    };
  },
};
