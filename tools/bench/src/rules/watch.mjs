import { setTimeout as pause } from 'node:timers/promises';
import { join } from 'node:path';
import { megabytes } from '../figures.mjs';
import { atMost } from '../incremental/aim.mjs';
import { startWatch } from '../incremental/watcher.mjs';
import { median } from '../summary.mjs';
import { languageOf, makeRuledFiles } from './workload.mjs';
import { openRuledWorkspace } from './workspace.mjs';

const size = 1000;
/** The first of each language are of a process that has not judged such a file yet. */
const edits = 15;
const warm = 3;
const contender = { title: 'conductor validate --watch' };

/** One file of a thousand saved under `--watch`: how long until its verdict is told. */
export const watchedFiles = {
  id: 'watch',
  title: 'One file of a thousand, under --watch',
  measure: async (task) => {
    const { files } = makeRuledFiles(size);
    const workspace = await openRuledWorkspace(join(task.folder, 'workspace'), files, task);
    await workspace.validate();
    const { rounds, complaints, peakBytes } = await editWhileWatching(workspace, chosenFiles(files), task.say);
    const rows = ['typescript', 'python', 'sql'].map((language) => {
      const own = rounds.filter((round) => round.language === language);
      return [language, middle(own, 'told'), middle(own, 'inside'), middle(own, 'judge'), `${own[0]?.judged} of ${size}`];
    });
    return {
      block: {
        heading: watchedFiles.title,
        facts: `The medians of ${edits} saves, by turns of a file in each language, ${warm} before them not counted. Told: from the instant the saved file is in its place to the instant the run's JSON document has come, which holds the time in which more saves are waited for. Inside: what the run says it took, and judging alone, in milliseconds. The process that judges stays. Peak of the watching process: ${megabytes(peakBytes)} MB.`,
        table: [['saved', 'told ms', 'inside ms', 'of it judging ms', 'judged'], ...rows],
        notes: [],
      },
      aims: atMost('one changed file in watch, inside', contender, { limit: 5, reached: median(rounds.map(({ inside }) => inside)), show: (value) => `${Math.round(value)} ms` }),
      complaints,
    };
  },
};

const middle = (rounds, key) => String(median(rounds.map((round) => round[key])));

/** One file of each language, of middle length. */
function chosenFiles(files) {
  return ['typescript', 'python', 'sql'].map((language) => {
    const own = [...files].filter(([path]) => languageOf(path) === language && !/\.tsx$|test/.test(path)).sort(([, a], [, b]) => a.length - b.length);
    const [path, text] = own[own.length >> 1];
    return { language, path, text, comment: { typescript: '//', python: '#', sql: '--' }[language] };
  });
}

async function editWhileWatching(workspace, chosen, say) {
  const rounds = [];
  const complaints = [];
  const watching = startWatch(workspace.watched, 60);
  try {
    await watching.next();
    for (let edit = 1 - warm; edit <= edits; edit += 1) {
      // A person saves after a while, not into the end of the run before.
      await pause(300);
      const { language, path, text, comment } = chosen[(edit + warm) % chosen.length];
      const saved = workspace.save(path, `${text}${comment} saved ${edit + warm}\n`);
      const { document, at } = await watching.next();
      const round = { language, told: at - saved, inside: document.durationMs, judge: document.phases.judge, judged: document.files.judged };
      if (round.judged !== 1) complaints.push(`${round.judged} files were judged after one was saved`);
      if (edit > 0) rounds.push(round);
      say(`  save ${edit}/${edits}, ${language}: told ${round.told} ms, inside ${round.inside} ms`);
    }
    return { rounds, complaints: [...new Set(complaints)], peakBytes: watching.peakBytes() };
  } finally {
    await watching.stop();
  }
}
