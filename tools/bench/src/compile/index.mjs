import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { count } from '../figures.mjs';
import { setAsideInto } from '../set-aside.mjs';
import { judgeCompileAims } from './aims.mjs';
import { measureInsideNx } from './inside-nx.mjs';
import { openCompilerProject } from './project.mjs';
import { compileBlocks } from './report.mjs';
import { takeTurns } from './take-turns.mjs';
import { dependents, makeWorkload } from './workload.mjs';

/**
 * Measures compilers on programs of several sizes.
 *
 * @param {{ sizes: number[], contenders: import('./contenders.mjs').Compiler[], scenarios: import('./scenarios.mjs').CompileScenario[],
 *   runs: number, insideNx: boolean, patienceSeconds: number, timeoutSeconds: number, folder: string, say: (line: string) => void }} task
 * @returns {Promise<{ blocks: import('../report.mjs').Block[], aims: ReturnType<typeof judgeCompileAims>, complaints: string[] }>}
 */
export async function measureCompile(task) {
  const measured = [];
  for (const size of task.sizes) {
    task.say(`${count(size)} files`);
    measured.push(await measureSize(size, task));
  }
  if (task.insideNx) task.say('inside Nx');
  const inside = task.insideNx ? await measureInsideNx(task) : { blocks: [], aims: [], complaints: [] };
  return {
    blocks: [howBlock(task), ...measured.flatMap((each) => compileBlocks(each, task.scenarios)), ...inside.blocks],
    aims: [...judgeCompileAims(measured, task.scenarios), ...inside.aims],
    complaints: [...measured.flatMap(({ size, complaints }) => complaints.map((text) => `${count(size)} files: ${text}`)), ...inside.complaints],
  };
}

async function measureSize(size, { contenders, folder, timeoutSeconds, ...task }) {
  const workload = makeWorkload(size);
  const setAside = setAsideInto(join(folder, 'set-aside', String(size)));
  const open = (compiler, name) => {
    const place = join(folder, String(size), name);
    mkdirSync(place, { recursive: true });
    return openCompilerProject(compiler, workload, { folder: place, timeoutSeconds, setAside });
  };
  const projects = contenders.map((compiler) => open(compiler, compiler.id));
  const { figures, complaints } = await takeTurns(projects, workload, task);
  const own = await Promise.all(projects.filter(({ compiler }) => compiler.ours).map(differsFromNothing));
  // What a program of 10,000 files leaves behind would only fill the disk for the next one.
  for (const project of projects) setAside(project.folder);
  return { size, bytes: workload.bytes, figures, complaints: [...complaints, ...own.flat()] };
}

/** After all the changes: are the outputs those of a run from nothing? */
async function differsFromNothing(project) {
  const incremental = project.digest();
  project.forget();
  const { failed } = await project.run();
  if (failed) return [`${project.compiler.title}: ${failed}`];
  return project.digest() === incremental ? [] : [`${project.compiler.title}: the outputs after the changes differ from those of a run from nothing`];
}

function howBlock({ contenders, patienceSeconds }) {
  return {
    heading: 'The program and the compilers',
    notes: [
      `A generator with a fixed seed writes modules of interfaces, functions and client classes, 1.5 to 4.5 kB each, fully annotated, every one with imports of two to five earlier ones of its own part or of the first, which all share. \`one body\` changes a constant inside a function, \`one type\` adds an optional property to an interface that ${dependents} other files import, and nobody these. Each round changes it anew.`,
      'All of them get the same options: target ES2022, ES modules, `strict`, `verbatimModuleSyntax`, declarations and source maps.',
      'Columns with ×: how many times the figure of Conductor in the same table and scenario.',
      `A peer whose first run takes more than ${patienceSeconds} s has one run: the column \`runs\` tells.`,
      ...contenders.map(({ title, version, how }) => `${title} ${version}: ${how}.`),
    ],
  };
}
