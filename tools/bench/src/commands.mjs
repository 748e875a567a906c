import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse, positive } from './options.mjs';

export const commandsHelp = `Three commands of equal length, one after the other and on three slots.

  npm --prefix tools/bench start -- commands [--seconds N] [--runs N]

  --seconds N       how long each command waits, 10 unless said otherwise
  --runs N          runs per figure, of which the median counts, 3 unless said otherwise

The exit code is 1 when three slots are less than 2.9 times as fast as one.`;

const COMMAND = fileURLToPath(new URL('../../../plugins/conductor/bin/conductor.js', import.meta.url));
const AIM = 2.9;

/** Long enough that what the process itself takes does not count for much. */
const PART_SECONDS = 10;

/** Measures it, prints a line, and gives the exit code. @param {string[]} args @param {(line: string) => void} print */
export function measureCommands(args, print) {
  const values = parse(args, { help: { type: 'boolean' }, seconds: { type: 'string' }, runs: { type: 'string' } });
  if (values.help) {
    print(commandsHelp);
    return 0;
  }
  const seconds = positive('--seconds', values.seconds ?? '10');
  const runs = positive('--runs', values.runs ?? '3');
  const folder = mkdtempSync(join(tmpdir(), 'conductor-bench-commands-'));
  try {
    const { one, three, ratio } = timesOnSlots(folder, seconds, runs);
    print(`three commands of ${seconds} s: ${one} ms on one slot, ${three} ms on three, ${ratio.toFixed(2)} times as fast (aim: ${AIM})`);
    return ratio >= AIM ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The same as a part of a larger question. */
export const commandsPart = {
  id: 'commands',
  title: 'Three commands in parallel',
  measure: async ({ folder, runs, say }) => {
    say(`  ${runs} times on one slot and on three`);
    const { one, three, ratio } = timesOnSlots(folder, PART_SECONDS, runs);
    return {
      block: {
        heading: commandsPart.title,
        facts: `Three commands of ${PART_SECONDS} s each, medians of ${runs} by turns, as a whole run of \`conductor generate\` says it took.`,
        table: [['slots', 'wall ms'], ['1', String(one)], ['3', String(three)]],
        notes: [],
      },
      aims: [{ text: 'three commands on three slots, against one', contender: 'conductor generate', aim: `≥ ${AIM.toFixed(1)}×`, reached: `${ratio.toFixed(2)}×`, met: ratio >= AIM }],
      complaints: [],
    };
  },
};

/** Medians in milliseconds, and how many times as fast three slots are. */
function timesOnSlots(folder, seconds, runs) {
  layOut(folder, seconds);
  // Turn by turn, so that whatever else the machine does falls on both.
  const times = Array.from({ length: runs }, () => [1, 3].map((slots) => wallMs(folder, slots)));
  const [one, three] = [0, 1].map((index) => median(times.map((pair) => pair[index])));
  return { one, three, ratio: one / three };
}

function layOut(folder, seconds) {
  const pattern = join(folder, '.conductor', 'patterns', 'wait');
  mkdirSync(pattern, { recursive: true });
  writeFileSync(join(folder, 'conductor.json'), JSON.stringify({ specs: [{ adapter: 'files', path: '*.txt' }], patterns: [{ use: 'wait' }] }));
  for (const name of ['a', 'b', 'c']) writeFileSync(join(folder, `${name}.txt`), name);
  writeFileSync(join(pattern, 'pattern.json'), JSON.stringify({ id: 'wait', outputs: [{ run: ['node', '{pattern}/wait.cjs', '{item.file}', '{out}'], forEach: 'files' }] }));
  writeFileSync(join(pattern, 'wait.cjs'), `setTimeout(() => require('node:fs').copyFileSync(process.argv[2], process.argv[3] + '/' + process.argv[2]), ${seconds * 1000});`);
}

/** What a whole run says it took. */
function wallMs(folder, slots) {
  const { stdout, stderr, status } = spawnSync(process.execPath, [COMMAND, 'generate', '--force', '--json', '--parallel', String(slots)], { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout).durationMs;
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
