import { execFileSync } from 'node:child_process';
import { cpus, loadavg, release, totalmem, type } from 'node:os';
import { priceOfNewFiles } from './floor.mjs';
import { newerNode, nodeVersion, ownNode } from './node.mjs';
import { packageVersion, repositoryFolder } from './packages.mjs';

/**
 * What a reader must know to judge the figures: machine, versions, date, and how the runs were made. The load at the
 * start is among them, because a busy machine spoils wall seconds first.
 *
 * @param {{ runs: number, command: string, folder: string }} how `folder` is on the disk that the runs use
 * @returns {string[]}
 */
export function measurementFacts(how) {
  return [
    ...machineFacts(how),
    'Columns with ×: how many times the figure of the first Conductor row in the same scenario. Tools without a memory of the last run do all of it again when nothing changed.',
  ];
}

/** The part of it that holds for every table of the bench. @param {Parameters<typeof measurementFacts>[0]} how */
export function machineFacts({ runs, command, folder }) {
  const processors = cpus();
  const newer = newerNode();
  const floor = priceOfNewFiles(folder);
  return [
    `Date: ${new Date().toISOString().slice(0, 10)}; commit ${commit()}.`,
    `Machine: ${processors[0]?.model.trim() ?? 'unknown processor'}, ${processors.length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, ${type()} ${release()}; load average at the start ${loadavg()[0].toFixed(2)}.`,
    `Node ${nodeVersion(ownNode)}${newer && newer !== ownNode ? ` (${nodeVersion(newer)} for the tools that need it)` : ''}; type check by TypeScript ${packageVersion('typescript-7')} (native), \`strict\`.`,
    `Price of files here: writing ${floor.files.toLocaleString('en-US')} new files of ${floor.bytesEach.toLocaleString('en-US')} bytes, by Node and nothing else, takes ${floor.wallSeconds.toFixed(2)} s (CPU ${floor.cpuSeconds.toFixed(2)} s).`,
    `Command: \`${command}\``,
    `Medians of ${runs} ${runs === 1 ? 'run' : 'runs'} per figure; the contenders take turns, run by run. Every run is a process of its own, with its start-up.`,
    'CPU seconds: user and system time of the process, its threads and the processes it started. Peak: the largest resident set of one process, in millions of bytes.',
  ];
}

function commit() {
  const git = (...args) => execFileSync('git', args, { cwd: repositoryFolder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  try {
    return `${git('rev-parse', '--short', 'HEAD')}${git('status', '--porcelain', '--untracked-files=no') === '' ? '' : ' with local changes'}`;
  } catch {
    return 'unknown';
  }
}
