import { join } from 'node:path';
import { costCells, count } from '../figures.mjs';
import { atMost } from '../incremental/aim.mjs';
import { median, medianCost } from '../summary.mjs';
import { makeRuledFiles } from './workload.mjs';
import { CACHE, KNOWN_OF_FILES, openRuledWorkspace } from './workspace.mjs';

const size = 1000;
const contender = { title: 'conductor validate' };

/** A thousand files in three languages: from nothing, with nothing changed. */
export const mixedFiles = {
  id: 'files',
  title: 'A thousand mixed files',
  measure: async (task) => {
    const { files, bytes, counts } = makeRuledFiles(size);
    const workspace = await openRuledWorkspace(join(task.folder, 'workspace'), files, task);
    const costs = { first: [], cold: [], unchanged: [] };
    for (let round = 1; round <= task.runs; round += 1) {
      task.say(`  ${round}/${task.runs}`);
      task.setAside(join(workspace.root, CACHE));
      costs.first.push(await workspace.validate());
      for (const path of KNOWN_OF_FILES) task.setAside(join(workspace.root, path));
      costs.cold.push(await workspace.validate());
      // The second run still looks twice at files that are too young for their time stamps to be trusted.
      await workspace.validate();
      costs.unchanged.push(await workspace.validate());
    }
    const rows = [
      ['the first of all: the examples of all rules are run too', costs.first],
      ['cold: nothing is known of the files', costs.cold],
      ['nothing changed', costs.unchanged],
    ].map(([title, runs]) => [title, ...judgedCells(runs), ...costCells(medianCost(runs)), String(insideOf(runs))]);
    const [cold, unchanged] = [medianCost(costs.cold), medianCost(costs.unchanged)];
    const wrong = [
      ...costs.cold.filter(({ document }) => document.files.judged !== size).map(({ document }) => `a cold run judged ${document.files.judged} files, not ${size}`),
      ...costs.unchanged.filter(({ document }) => document.files.judged > 0).map(({ document }) => `${document.files.judged} files were judged again although nothing had changed`),
      ...(sameVerdicts([...costs.first, ...costs.cold, ...costs.unchanged]) ? [] : ['runs on the same files told different findings']),
    ];
    const seconds = (value) => `${value.toFixed(2)} s`;
    const milliseconds = (value) => `${Math.round(value * 1000)} ms`;
    return {
      block: {
        heading: mixedFiles.title,
        facts: `${count(counts.typescript)} TypeScript files (${kilobytes(bytes.typescript)}), ${count(counts.python)} Python (${kilobytes(bytes.python)}), ${count(counts.sql)} SQL (${kilobytes(bytes.sql)}), written by a generator with a fixed seed; the packs of plugins/rules-standard. Inside: what the run says it took, in milliseconds, without the start of Node.`,
        table: [['what happened', 'judged', 'approved', 'rejected', 'findings', 'wall s', 'CPU s', 'peak MB', 'inside ms'], ...rows],
        notes: [],
      },
      aims: [
        ...atMost('1,000 mixed files, cold, wall', contender, { limit: 1, reached: cold.wallSeconds, show: seconds }),
        ...atMost('1,000 mixed files, nothing changed, wall of the whole process', contender, { limit: 0.05, reached: unchanged.wallSeconds, show: milliseconds }),
        ...atMost('1,000 mixed files, nothing changed, inside', contender, { limit: 0.05, reached: insideOf(costs.unchanged) / 1000, show: milliseconds }),
      ],
      complaints: [...new Set(wrong)],
    };
  },
};

export const kilobytes = (bytes) => `${count(Math.round(bytes / 1000))} kB`;
export const insideOf = (runs) => median(runs.map(({ document }) => document.durationMs));

/** How many were judged and approved, and what was found, of the last run. */
export function judgedCells(runs) {
  const { files, findings } = runs.at(-1).document;
  return [files.judged, files.approved, files.rejected, findings.length].map(count);
}

function sameVerdicts(runs) {
  const told = runs.map(({ document: { findings, outcomes } }) => JSON.stringify({ findings, outcomes }));
  return new Set(told).size === 1;
}
