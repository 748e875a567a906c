import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { failureMessage } from '../failure-message.mjs';
import { costCells, count, times } from '../figures.mjs';
import { measure } from '../measure.mjs';
import { ownNode } from '../node.mjs';
import { repositoryFolder } from '../packages.mjs';
import { medianCost } from '../summary.mjs';
import { compilerOptions } from './contenders.mjs';
import { makeWorkload } from './workload.mjs';

/** Files of the library: what `@nx/js:tsc` compiles in a few seconds. */
const size = 1000;

/**
 * The targets of one library. `floor` does nothing: what it costs is Nx's own part, which every other has too.
 *
 * @type {{ id: string, title: string, does: string, project: string, target: string, ours: boolean }[]}
 */
const entrants = [
  { id: 'floor', title: 'an executor that does nothing', does: 'nothing', project: 'floor', target: 'build', ours: false },
  { id: 'conductor', title: '@nx-conductor/plugin:compile', does: 'emit', project: 'emitted', target: 'build', ours: true },
  { id: 'conductor-check', title: '@nx-conductor/plugin:compile and :typecheck', does: 'emit and check', project: 'checked', target: 'typecheck', ours: true },
  { id: 'js-tsc', title: '@nx/js:tsc', does: 'emit and check', project: 'tsc', target: 'build', ours: false },
];

/**
 * One change in a library of an Nx workspace, and `nx run`: Conductor's executors beside `@nx/js:tsc`.
 *
 * @param {{ runs: number, timeoutSeconds: number, folder: string, say: (line: string) => void }} task
 * @returns {Promise<{ blocks: import('../report.mjs').Block[], aims: import('../incremental/aim.mjs').Aim[], complaints: string[] }>}
 */
export async function measureInsideNx({ runs, timeoutSeconds, folder, say }) {
  const workload = makeWorkload(size);
  const root = join(folder, 'nx');
  makeWorkspace(root, workload);
  const costs = new Map(entrants.map(({ id }) => [id, []]));
  const failed = new Map();
  const run = async ({ project, target, id }) => {
    const cost = await measure({ argv: nxRun(root, project, target), folder: root }, { timeoutSeconds });
    if (cost.exitCode !== 0) failed.set(id, `exit ${cost.exitCode}: ${failureMessage(cost, root)}`);
    return cost;
  };
  for (const entrant of entrants) {
    await run(entrant);
    if (entrant.ours) await run(entrant);
  }
  for (let round = 1; round <= runs; round += 1) {
    for (const entrant of entrants.filter(({ id }) => !failed.has(id))) {
      const [path, text] = workload.bodyChanged(round);
      put(join(root, 'libs', entrant.project), path, text);
      const cost = await run(entrant);
      if (!failed.has(entrant.id)) costs.get(entrant.id).push(cost);
      say(`  one body inside Nx ${round}/${runs} ${entrant.id}: ${cost.wallSeconds.toFixed(2)} s, CPU ${cost.cpuSeconds.toFixed(2)} s`);
    }
  }
  const medians = new Map([...costs].filter(([id, list]) => list.length > 0 && !failed.has(id)).map(([id, list]) => [id, medianCost(list)]));
  const floor = medians.get('floor');
  const rows = entrants.map(({ id, title, does }) => {
    const own = medians.get(id);
    return [title, does, ...costCells(own), own && floor && id !== 'floor' ? (own.wallSeconds - floor.wallSeconds).toFixed(2) : ''];
  });
  return {
    blocks: [{
      heading: 'Inside Nx: one body',
      facts: `A library of ${count(size)} files in a workspace with Nx ${versionOf(join(root, 'node_modules', 'nx'))} and no daemon: one body changes, then \`nx run\`. The last column is what is left without the floor, the wall seconds of a task that does nothing.`,
      table: [['executor', 'does', 'wall s', 'CPU s', 'peak MB', 'net wall s'], ...rows],
      notes: [...failed].map(([id, reason]) => `${entrants.find((each) => each.id === id).title} fails: ${reason}`),
    }],
    aims: aimsOf(medians),
    complaints: [...failed].filter(([id]) => entrants.find((each) => each.id === id).ours).map(([id, reason]) => `inside Nx, ${id}: ${reason}`),
  };
}

const ratios = [
  { own: 'conductor', atLeast: 8, net: false },
  { own: 'conductor-check', atLeast: 6.5, net: false },
  { own: 'conductor', atLeast: 15, net: true },
  { own: 'conductor-check', atLeast: 15, net: true },
];

function aimsOf(medians) {
  const [floor, peer] = [medians.get('floor'), medians.get('js-tsc')];
  return ratios.flatMap(({ own, atLeast, net }) => {
    const mine = medians.get(own);
    if (!mine || !peer || !floor) return [];
    const less = net ? floor.wallSeconds : 0;
    const reached = (peer.wallSeconds - less) / (mine.wallSeconds - less);
    const { title } = entrants.find(({ id }) => id === own);
    return [{ text: `inside Nx, one body: wall of @nx/js:tsc${net ? ', net of the floor' : ''}`, contender: title, aim: `≥ ${atLeast} ×`, reached: `${times(reached)} ×`, met: reached >= atLeast }];
  });
}

/** Nx keeps its cache in the home directory unless it is told otherwise. */
function nxRun(root, project, target) {
  const environment = [`NX_CACHE_DIRECTORY=${join(root, '.nx', 'cache')}`, `NX_WORKSPACE_DATA_DIRECTORY=${join(root, '.nx', 'workspace-data')}`, 'NX_TUI=false'];
  const nx = join(root, 'node_modules', 'nx');
  const { bin } = JSON.parse(readFileSync(join(nx, 'package.json'), 'utf8'));
  return ['env', ...environment, ownNode, join(nx, bin.nx), 'run', `${project}:${target}`, '--outputStyle=static'];
}

function makeWorkspace(root, workload) {
  put(root, 'package.json', json({ name: 'workspace', version: '0.0.0', private: true, type: 'module' }));
  put(root, 'nx.json', json({ analytics: false, neverConnectToCloud: true, pluginsConfig: { '@nx/js': { analyzeSourceFiles: false, analyzePackageJson: false } } }));
  put(root, 'tsconfig.base.json', json({ compilerOptions: {} }));
  put(root, '.gitignore', 'node_modules\n.nx\ndist\n');
  installPackages(root);
  for (const { project } of entrants) {
    const place = join(root, 'libs', project);
    for (const [path, text] of workload.files) put(place, path, text);
    put(place, 'src/index.ts', "export * from './part-000/module-00000';\n");
    put(place, 'package.json', json({ name: `@workspace/${project}`, version: '0.0.0', type: 'module' }));
    put(place, 'tsconfig.json', json({ extends: '../../tsconfig.base.json', files: [], references: [{ path: './tsconfig.lib.json' }] }));
    put(place, 'tsconfig.lib.json', json({ extends: '../../tsconfig.base.json', compilerOptions: { ...compilerOptions, outDir: `../../dist/libs/${project}` }, include: ['src'] }));
    put(place, 'project.json', json({ name: project, projectType: 'library', sourceRoot: `libs/${project}/src`, targets: targetsOf(project) }));
  }
}

function targetsOf(project) {
  const options = { outputPath: `dist/libs/${project}`, main: `libs/${project}/src/index.ts`, tsConfig: `libs/${project}/tsconfig.lib.json`, assets: [] };
  const cached = { cache: true, inputs: ['{projectRoot}/**/*'], outputs: ['{options.outputPath}'] };
  const build = (executor) => ({ executor, ...cached, options });
  if (project === 'floor') return { build: { executor: 'idle:idle', cache: true, inputs: ['{projectRoot}/**/*'] } };
  if (project === 'tsc') return { build: build('@nx/js:tsc') };
  const compile = build('@nx-conductor/plugin:compile');
  if (project === 'emitted') return { build: compile };
  return {
    build: compile,
    typecheck: { executor: '@nx-conductor/plugin:typecheck', cache: true, inputs: ['{projectRoot}/**/*'], dependsOn: ['build'], options: { tsConfig: options.tsConfig } },
  };
}

/** The packages of this repository, and Conductor as it is published. */
function installPackages(root) {
  const from = join(repositoryFolder, 'node_modules');
  const to = join(root, 'node_modules');
  mkdirSync(to);
  for (const name of readdirSync(from)) if (!name.startsWith('.') && name !== '@nx-conductor') symlinkSync(join(from, name), join(to, name));
  installIdle(to);
  for (const folder of readdirSync(join(repositoryFolder, 'plugins'))) {
    const source = join(repositoryFolder, 'plugins', folder);
    if (!existsSync(join(source, 'package.json'))) continue;
    const { name, files } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8'));
    for (const each of ['package.json', ...files]) if (existsSync(join(source, each))) cpSync(join(source, each), join(to, name, each), { recursive: true });
    if (existsSync(join(source, 'node_modules'))) symlinkSync(join(source, 'node_modules'), join(to, name, 'node_modules'));
  }
}

/** The executor that does nothing. */
function installIdle(modules) {
  put(modules, 'idle/package.json', json({ name: 'idle', version: '0.0.0', executors: './executors.json' }));
  put(modules, 'idle/executors.json', json({ executors: { idle: { implementation: './idle.js', schema: './schema.json' } } }));
  put(modules, 'idle/schema.json', json({ version: 2, type: 'object', properties: {} }));
  put(modules, 'idle/idle.js', 'module.exports = async () => ({ success: true });\n');
}

function put(root, path, text) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

const json = (value) => `${JSON.stringify(value, null, 2)}\n`;

const versionOf = (folder) => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version;
