import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { conductorProgram } from '../contenders/conductor.mjs';
import { documentPath, documents } from '../documents.mjs';
import { failureMessage } from '../failure-message.mjs';
import { costCells } from '../figures.mjs';
import { RunFailed } from '../incremental/project.mjs';
import { measure } from '../measure.mjs';
import { ownNode } from '../node.mjs';
import { repositoryFolder } from '../packages.mjs';
import { medianCost } from '../summary.mjs';
import { atMostShare } from './aims.mjs';

const MADE = ['generated', 'dist', '.conductor/cache', '.conductor/runs', '.conductor/manifests'];
const compilerOptions = { target: 'es2022', module: 'esnext', moduleResolution: 'bundler', lib: ['es2023', 'dom', 'dom.iterable'], strict: true, isolatedModules: true, verbatimModuleSyntax: true, declaration: true, sourceMap: true, rootDir: 'generated', outDir: 'dist', types: [] };

/** Of each round: they are short, and what they are held against is not. */
const WARM_RUNS = 3;

/** Longer than any file system's clock stands still. */
const YOUNG_MILLISECONDS = 3_000;

/** A small document, and the one by which aims are judged. */
const MEASURED = ['directus', 'github'];

/** `conductor pipeline` for types and client of a document, without Nx: from nothing and with nothing changed. */
export async function measurePipeline(task) {
  const measured = [];
  for (const id of MEASURED) measured.push(await measureDocument(documents.find((each) => each.id === id), task));
  return answerOf(measured);
}

async function measureDocument(document, { folder, runs, timeoutSeconds, setAside, say }) {
  const root = join(folder, document.id);
  mkdirSync(root, { recursive: true });
  cpSync(documentPath(document), join(root, 'api.json'));
  writeFileSync(join(root, 'conductor.json'), JSON.stringify({ specs: [{ adapter: 'openapi', path: 'api.json' }], patterns: [{ use: 'openapi-types' }, { use: 'openapi-client' }] }));
  writeFileSync(join(root, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['generated'] }));
  mkdirSync(join(root, 'node_modules'), { recursive: true });
  for (const name of ['typescript-7', '@typescript']) cpSync(join(repositoryFolder, 'node_modules', name), join(root, 'node_modules', name), { recursive: true });
  // Nobody's packages are as young as these copies: while time stamps may still hide a change, all is checked again.
  await pause(YOUNG_MILLISECONDS);
  const run = async () => {
    const cost = await measure({ argv: [ownNode, conductorProgram, 'pipeline', '--json'], folder: root }, { timeoutSeconds });
    if (cost.exitCode !== 0) throw new RunFailed(`conductor pipeline: exit ${cost.exitCode}: ${failureMessage(cost, root)}`);
    return { ...cost, document: JSON.parse(cost.stdout) };
  };
  const costs = { cold: [], warm: [] };
  for (let round = 1; round <= runs; round++) {
    say(`  ${round}/${runs} conductor pipeline: ${document.title}`);
    for (const path of MADE) setAside(join(root, path));
    costs.cold.push(await run());
    // The second run still looks twice at files that are too young for their time stamps to be trusted.
    await run();
    for (let time = 0; time < WARM_RUNS; time++) costs.warm.push(await run());
  }
  return { document, costs };
}

function answerOf(measured) {
  const phase = (name, runs) => medianOf(runs.map(({ document }) => document.phases[name]));
  const { costs } = measured.at(-1);
  const [cold, warm] = [medianCost(costs.cold), medianCost(costs.warm)];
  const rows = measured.flatMap(({ document, costs: { cold, warm } }) => Object.entries({ 'from nothing': cold, 'nothing changed': warm }).map(([title, runs]) => [`${document.title}: ${title}`, hitRateOf(runs), ...costCells(medianCost(runs)), ...['generate', 'compile', 'typecheck'].map((name) => String(phase(name, runs)))]));
  const bad = measured.flatMap((each) => each.costs.warm).filter((run) => run.document.generate.jobs.ran > 0 || run.document.compile.sources.compiled > 0 || run.document.typecheck.files.checked > 0);
  return {
    block: {
      heading: 'One pipeline by itself',
      facts: '`conductor pipeline` on types and client of a document, in a project outside of any Nx workspace: a process of its own, its start included. Phases in milliseconds, as the run tells them. Hits: what was kept of jobs, templates, sources and files to check.',
      table: [['what happened', 'hits', 'wall s', 'CPU s', 'peak MB', 'generate ms', 'compile ms', 'typecheck ms'], ...rows],
      notes: [],
    },
    aims: [
      atMostShare('whole pipeline, nothing changed, wall', 0.08, warm.wallSeconds, cold.wallSeconds),
      atMostShare('whole pipeline, nothing changed, CPU', 0.08, warm.cpuSeconds, cold.cpuSeconds),
      atMostShare('compile phase, nothing changed', 0.05, phase('compile', costs.warm), phase('compile', costs.cold)),
      { text: 'hit rate of a repeated run', contender: 'conductor pipeline', aim: '100 %', reached: hitRateOf(costs.warm), met: bad.length === 0 },
    ],
    complaints: bad.length > 0 ? ['conductor pipeline did work again although nothing had changed'] : [],
  };
}

/** The share of all that could be kept which was. */
function hitRateOf(runs) {
  const shares = runs.map(({ document: { generate, compile, typecheck } }) => {
    const kept = generate.jobs.kept + generate.templates.hits + compile.sources.kept + (typecheck.files.total - typecheck.files.checked);
    return kept / (generate.jobs.total + generate.templates.total + compile.sources.total + typecheck.files.total);
  });
  return `${Math.round(medianOf(shares) * 100)} %`;
}

const medianOf = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
