import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { failureMessage } from '../failure-message.mjs';
import { costCells, count, times } from '../figures.mjs';
import { RunFailed } from '../incremental/project.mjs';
import { measure } from '../measure.mjs';
import { ownNode } from '../node.mjs';
import { benchFolder, packageFolder, packageVersion } from '../packages.mjs';
import { medianCost, ratioOf } from '../summary.mjs';
import { insideOf, judgedCells, kilobytes } from './files.mjs';
import { languageOf, makeRuledFiles } from './workload.mjs';
import { KNOWN_OF_FILES, openRuledWorkspace } from './workspace.mjs';

const size = 1000;
const atLeast = 10;

/** Their recommended rules, none that needs types: those would cost a program. */
const CONFIG = `import js from '@eslint/js';
import ts from 'typescript-eslint';

export default ts.config(js.configs.recommended, ...ts.configs.recommended);
`;

/** The TypeScript files of the thousand, judged by Conductor and by ESLint, turn by turn. */
export const besideEslint = {
  id: 'eslint',
  title: 'The TypeScript files beside ESLint',
  measure: async (task) => {
    const files = new Map([...makeRuledFiles(size).files].filter(([path]) => languageOf(path) === 'typescript'));
    const workspace = await openRuledWorkspace(join(task.folder, 'conductor'), files, task);
    const peer = await openRuledWorkspace(join(task.folder, 'eslint'), files, task);
    writeFileSync(join(peer.root, 'eslint.config.mjs'), CONFIG);
    for (const name of ['@eslint', 'typescript-eslint']) symlinkSync(join(benchFolder, 'node_modules', name), join(peer.root, 'node_modules', name));
    const costs = { conductor: [], eslint: [] };
    // Rules are proven once in a workspace; ESLint has nothing of the kind.
    await workspace.validate();
    for (let round = 1; round <= task.runs; round += 1) {
      task.say(`  ${round}/${task.runs}`);
      for (const path of KNOWN_OF_FILES) task.setAside(join(workspace.root, path));
      costs.conductor.push(await workspace.validate());
      costs.eslint.push(await lint(peer.root, task.timeoutSeconds));
    }
    const [own, theirs] = [medianCost(costs.conductor), medianCost(costs.eslint)];
    const ratio = ratioOf(theirs, own);
    const linted = costs.eslint.at(-1).results;
    const told = linted.reduce((sum, { messages }) => sum + messages.length, 0);
    const bytes = [...files.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
    return {
      block: {
        heading: besideEslint.title,
        facts: `${count(files.size)} files, ${kilobytes(bytes)}. Conductor with the pack typescript (and test for tests); ESLint ${packageVersion('eslint')} with the recommended rules of ESLint and of typescript-eslint ${packageVersion('typescript-eslint')} that need no types. Neither knows anything of the files. Both rule sets have rules that the other has not.`,
        table: [
          ['who', 'files', 'findings', 'wall s', 'CPU s', 'peak MB', 'wall ×', 'CPU ×', 'memory ×'],
          ['conductor validate', count(files.size), judgedCells(costs.conductor).at(-1), ...costCells(own), '', '', ''],
          ['eslint', count(linted.length), count(told), ...costCells(theirs), times(ratio.wall), times(ratio.cpu), times(ratio.memory)],
        ],
        notes: [`Inside, without the start of Node: ${insideOf(costs.conductor)} ms (Conductor).`],
      },
      aims: ['wall', 'cpu'].map((figure) => ({ text: `TypeScript files, cold: ${figure === 'cpu' ? 'CPU' : figure} of ESLint`, contender: 'conductor validate', aim: `≥ ${atLeast} ×`, reached: `${times(ratio[figure])} ×`, met: ratio[figure] >= atLeast })),
      complaints: linted.length === files.size ? [] : [`ESLint looked at ${linted.length} files, not at ${files.size}`],
    };
  },
};

async function lint(folder, timeoutSeconds) {
  const cost = await measure({ argv: [ownNode, join(packageFolder('eslint'), 'bin', 'eslint.js'), 'generated', '--format', 'json'], folder }, { timeoutSeconds });
  // 1: it found errors, which are in the document.
  if (cost.exitCode > 1) throw new RunFailed(`eslint: exit ${cost.exitCode}: ${failureMessage(cost, folder)}`);
  return { ...cost, results: JSON.parse(cost.stdout) };
}
