import { readFileSync, readdirSync, statSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { join } from 'node:path';
import { count, megabytes } from '../figures.mjs';
import { median } from '../summary.mjs';
import { atMost } from './aim.mjs';
import { asPublished, github, readGithub, schemaWithDependents } from './github.mjs';
import { withProperty } from './one-property.mjs';
import { openProject, RunFailed, settle } from './project.mjs';
import { save, startWatch } from './watcher.mjs';

const wantedDependents = 42;
const edits = 15;
const replyMilliseconds = 60_000;

/** The same edit under `--watch`: how long after a save the code is there. */
export const watch = {
  id: 'watch',
  title: 'One property added, under --watch',
  measure: async (task) => {
    const base = readGithub();
    const { name } = schemaWithDependents(base, wantedDependents);
    const measured = [];
    for (const contender of task.contenders.filter(({ ours }) => ours)) {
      const document = structuredClone(base);
      const project = openProject(contender, contender.id, task);
      project.put(asPublished(document));
      await settle(project);
      const { rounds, complaints, peakBytes } = await editWhileWatching(project, document, name, task.say);
      const clean = openProject(contender, `${contender.id}-clean`, task);
      clean.put(asPublished(document));
      await clean.run();
      if (clean.digest() !== project.digest()) complaints.push(`${contender.id}: the output under --watch differs from that of a run from nothing`);
      measured.push({ contender, rounds, complaints, peakBytes });
    }
    const middle = (rounds, key) => median(rounds.map((round) => round[key]));
    return {
      block: {
        heading: watch.title,
        facts: `${github.title}, schema \`${name}\`; the medians of ${edits} saves. From the instant the saved file is in its place to the instant the changed module is in its place (by the file's time stamp, which the kernel counts in steps of up to 4 ms), and to the instant the run's JSON document has come.`,
        table: [
          ['what happened', 'contender', 'module ms', 'told ms', 'jobs ran', 'peak MB'],
          ...measured.map(({ contender, rounds, peakBytes }) => [
            'saved with one property more',
            contender.title,
            middle(rounds, 'written').toFixed(0),
            middle(rounds, 'told').toFixed(0),
            `${count(rounds.at(-1).ran)} of ${count(rounds.at(-1).total)}`,
            megabytes(peakBytes),
          ]),
        ],
        notes: measured.map(({ contender, rounds }) => `${contender.title}, told after each save: ${rounds.map(({ told }) => told).join(', ')} ms; phases of the last: ${phases(rounds.at(-1).phases)}.`),
      },
      aims: measured.flatMap(({ contender, rounds }) => [
        ...atMost('under --watch, from saved to written', contender, { limit: 60, reached: middle(rounds, 'written'), show: (value) => `${Math.round(value)} ms` }),
        ...atMost('under --watch, from saved to told', contender, { limit: 60, reached: middle(rounds, 'told'), show: (value) => `${Math.round(value)} ms` }),
      ]),
      complaints: measured.flatMap(({ complaints }) => complaints),
    };
  },
};

async function editWhileWatching(project, document, schema, say) {
  const { contender, folder } = project;
  const rounds = [];
  const complaints = [];
  const watching = startWatch(project, replyMilliseconds / 1000);
  try {
    await watching.next();
    for (let edit = 1; edit <= edits; edit += 1) {
      // A person saves after a while, not into the end of the run before.
      await pause(500);
      const property = `bench_saved_${edit}`;
      const saved = save(project, withProperty(document, schema, property));
      const { document: told, at } = await watching.next();
      const module = fileWith(join(folder, contender.output), property);
      if (!told.ok) complaints.push(`${contender.id}: the run after save ${edit} failed: ${told.error?.message}`);
      if (module === undefined) throw new RunFailed(`${contender.title}: the change of save ${edit} was not written by the time the run had told`);
      const written = statSync(module).ctimeMs - saved;
      rounds.push({ written, told: at - saved, ran: told.jobs.ran, total: told.jobs.total, phases: told.phases });
      say(`  save ${edit}/${edits}, ${contender.id}: module ${written.toFixed(0)} ms, told ${at - saved} ms (${phases(told.phases)})`);
    }
    return { rounds, complaints, peakBytes: watching.peakBytes() };
  } finally {
    await watching.stop();
  }
}

/** The first file in a folder that holds a text. */
function fileWith(folder, text) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return entries.map((entry) => join(entry.parentPath ?? entry.path, entry.name)).find((path) => readFileSync(path, 'utf8').includes(text));
}

function phases(spent) {
  return `${Object.entries(spent).filter(([, ms]) => ms >= 1).map(([phase, ms]) => `${phase} ${Math.round(ms)}`).join(', ')} ms`;
}
