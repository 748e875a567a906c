import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { documentPath } from './documents.mjs';
import { measure } from './measure.mjs';
import { profileTables, readProfiles, withProfiler } from './profile.mjs';
import { setAsideInto } from './set-aside.mjs';
import { textTable } from './table.mjs';

const shownRows = 25;

/**
 * Runs our contenders under the sampling profiler, once per document and scenario, and says where the time went.
 * Sampling slows a run down, and counts the time a call waits as well as the time it computes: shares to look at, not
 * figures to quote.
 *
 * @param {{ documents: import('./documents.mjs').Document[], contenders: import('./contenders/contender.mjs').Contender[],
 *   scenarios: import('./scenarios.mjs').Scenario[], timeoutSeconds: number, folder: string, print: (text: string) => void }} task
 * @returns {Promise<boolean>} whether every run succeeded
 */
export async function profileAll({ documents, contenders, scenarios, timeoutSeconds, folder, print }) {
  let sound = true;
  for (const document of documents) {
    for (const contender of contenders.filter(({ ours }) => ours)) {
      const place = join(folder, document.id, contender.id);
      mkdirSync(place, { recursive: true });
      copyFileSync(documentPath(document), join(place, 'api.json'));
      contender.configure(place);
      const run = (argv) => measure({ argv, folder: place }, { timeoutSeconds });
      const setAside = setAsideInto(join(folder, document.id, 'set-aside', contender.id));
      for (const scenario of scenarios) {
        if (scenario.afterRun) await run(contender.command(place));
        scenario.before(contender, { folder: place, round: 1, setAside });
        const profiles = join(folder, 'profiles');
        const cost = await run(withProfiler(contender.command(place), profiles));
        const subject = `${document.title}, ${contender.title}, ${scenario.title}`;
        print(`\n${subject}: exit ${cost.exitCode}, CPU ${cost.cpuSeconds.toFixed(2)} s with the profiler on`);
        if (cost.exitCode !== 0) print(cost.stderr.trim());
        sound &&= cost.exitCode === 0;
        const tables = profileTables(readProfiles(profiles), shownRows);
        print(`${textTable(tables.functions)}\n\n${textTable(tables.files)}`);
      }
    }
  }
  return sound;
}
