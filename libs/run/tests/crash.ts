import { createMemoryMachine, createStoppingDisk, Stopped, type MemoryDisk, type StopPoint } from '@nx-conductor/testkit';
import { DEFAULT_OPTIONS, generate, manifestClean, projectAt, type GenerateOptions } from '@nx-conductor/run';
import { codes, EDITION, workspace } from './bench';

/** What happens around a run that is stopped. */
export interface Scenario {
  readonly name: string;
  /** Files over those of the bench. */
  readonly files?: Readonly<Record<string, string>>;
  /** Before the run that is stopped; runs of their own among it. */
  readonly before?: (disk: MemoryDisk) => Promise<void>;
  /** The command that is stopped. */
  readonly command?: 'generate' | 'manifest-clean';
  readonly options?: Partial<GenerateOptions>;
  /** Between the stop and the recovery. */
  readonly meanwhile?: (disk: MemoryDisk) => Promise<void>;
  /** A file that a person wrote: {@link MINE}. */
  readonly mine?: string;
  /** `kept`: the configuration keeps {@link Scenario.mine}, so the result is that of the same steps without a stop. */
  readonly keeps?: boolean;
}

/** What a person wrote. */
export const MINE = 'mine\n';

/** Runs one command in a process that stops at a point, if one is given. True when it was stopped. */
export async function runIn(disk: MemoryDisk, command: Scenario['command'], options: Partial<GenerateOptions>, stop?: StopPoint): Promise<{ stopped: boolean; points: readonly StopPoint[]; codes: readonly string[] }> {
  disk.tick(60_000);
  const stopping = createStoppingDisk(disk, stop);
  const machine = { ...createMemoryMachine(disk), disk: stopping.disk };
  const project = projectAt(disk, '/ws/app');
  try {
    if (command === 'manifest-clean') {
      const cleaned = await manifestClean(machine, EDITION, project, { dryRun: false, onConflict: undefined });
      return { stopped: false, points: stopping.points(), codes: cleaned.ok ? [] : cleaned.failures.map((failure) => failure.code) };
    }
    return { stopped: false, points: stopping.points(), codes: codes(await generate(machine, EDITION, project, { ...DEFAULT_OPTIONS, ...options })) };
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    return { stopped: true, points: stopping.points(), codes: [] };
  }
}

/** Everything on disk but the cache and the records: files with their texts, folders. */
export function tree(disk: MemoryDisk, folder = '/ws'): Record<string, string> {
  const found: Record<string, string> = {};
  for (const entry of disk.list(folder) ?? []) {
    const path = `${folder}/${entry.name}`;
    if (path === '/ws/.conductor/cache' || path === '/ws/.conductor/runs') continue;
    if (entry.kind === 'directory') Object.assign(found, { [`${path}/`]: 'folder' }, tree(disk, path));
    else found[path] = Buffer.from(disk.read(path) ?? []).toString('utf8');
  }
  return found;
}

/** The artifacts of a tree, and what else lies beside them in the project. */
function visible(all: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(all).filter(([path]) => path.startsWith('/ws/app/') && !path.endsWith('/') && !path.includes('/.conductor-staging')));
}

/** Files that are neither as before nor as after. */
function torn(now: Record<string, string>, before: Record<string, string>, after: Record<string, string>): string[] {
  const [seen, old, next] = [visible(now), visible(before), visible(after)];
  return [...new Set([...Object.keys(seen), ...Object.keys(old), ...Object.keys(next)])].filter((path) => seen[path] !== old[path] && seen[path] !== next[path]);
}

function differences(a: Record<string, string>, b: Record<string, string>): string[] {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((path) => a[path] !== b[path]);
}

/** The result of a run from nothing with the inputs that a disk holds. */
type CleanTrees = (disk: MemoryDisk) => Promise<Record<string, string>>;

function cleanTrees(): CleanTrees {
  const known = new Map<string, Promise<Record<string, string>>>();
  return (disk) => {
    const inputs = Object.fromEntries(Object.entries(disk.files()).filter(([path]) => /^\/ws\/(nx\.json|app\/(conductor|spec)\.json|\.conductor\/patterns\/.*)$/.test(path)));
    const key = JSON.stringify(inputs);
    const fresh = workspace(inputs);
    const made = known.get(key) ?? runIn(fresh, 'generate', {}).then(() => tree(fresh));
    known.set(key, made);
    return made;
  };
}

/** What a scenario came to: how many points were tried, and every promise that was broken. */
export interface Verdict {
  readonly points: number;
  readonly broken: readonly string[];
}

/**
 * Stops a run at mutating calls, before each and half way through; and the recovery too. `first` and `again`: every how many calls;
 * then lets it recover. At every stop no file is torn; at the end everything is as after a run from nothing, a person's
 * work is still a conflict, and a further run finds nothing to do.
 */
export async function stopEverywhere(scenario: Scenario, { first, again: every }: { readonly first: number; readonly again: number }): Promise<Verdict> {
  const { command, options = {} } = scenario;
  const start = workspace(scenario.files);
  await scenario.before?.(start);
  const unstopped = start.copy();
  const { points } = await runIn(unstopped, command, options);
  const [before, target] = [tree(start), tree(unstopped)];
  await scenario.meanwhile?.(unstopped);
  await runIn(unstopped, 'generate', {});
  const clean: CleanTrees = scenario.keeps ? () => Promise.resolve(tree(unstopped)) : cleanTrees();

  const broken: string[] = [];
  let [tried, ways] = [0, 0];
  for (const [index, stop] of points.entries()) {
    if (index % first !== 0) continue;
    const disk = start.copy();
    if (!(await runIn(disk, command, options, stop)).stopped) continue;
    tried += 1;
    const say = (what: string) => broken.push(`${scenario.name}, stopped at ${stop.at}${stop.torn ? ' half way' : ''}: ${what}`);
    tellTorn(tree(disk), before, target, say);
    await scenario.meanwhile?.(disk);
    const left = disk.copy();
    // The recovery without a stop: how many calls it has, and where it ends.
    const recovered = await endsWell(scenario, disk, clean, say);
    for (const again of recovered.points) {
      // Over all first stops, every call of the recovery has its turn.
      if (ways++ % every !== 0) continue;
      const second = left.copy();
      if (!(await runIn(second, 'generate', {}, again)).stopped) continue;
      tried += 1;
      const sayAgain = (what: string) => say(`and again at ${again.at}${again.torn ? ' half way' : ''}: ${what}`);
      tellTorn(tree(second), tree(left), recovered.end, sayAgain);
      await endsWell(scenario, second, clean, sayAgain);
    }
  }
  return { points: tried, broken };
}

type Say = (what: string) => void;

/** Lets a disk recover, and says what is not as promised. */
async function endsWell(scenario: Scenario, disk: MemoryDisk, clean: CleanTrees, say: Say): Promise<{ points: readonly StopPoint[]; end: Record<string, string> }> {
  const { mine } = scenario;
  const stands = mine !== undefined && disk.files()[mine] === MINE;
  const recovery = await runIn(disk, 'generate', {});
  const end = tree(disk);
  if (stands && !scenario.keeps) {
    if (recovery.codes.join() !== 'conflict') say(`a hand edit is no conflict: ${recovery.codes.join() || 'no failure'}`);
    if (end[mine] !== MINE) say('a hand edit is gone');
    const overwritten = await runIn(disk, 'generate', { onConflict: 'overwrite' });
    if (overwritten.codes.length > 0) say(`cannot be overwritten: ${overwritten.codes.join()}`);
    isClean(tree(disk), await clean(disk), say);
    return { points: recovery.points, end };
  }
  if (recovery.codes.length > 0) say(`the recovery fails: ${recovery.codes.join()}`);
  isClean(end, await clean(disk), say);
  if (stands && (await runIn(disk, 'generate', { onConflict: 'fail' })).codes.length > 0) say('what was kept is asked again');
  await runIn(disk, 'generate', {});
  if (differences(tree(disk), end).length > 0) say('a further run changes something');
  return { points: recovery.points, end };
}

function tellTorn(now: Record<string, string>, before: Record<string, string>, after: Record<string, string>, say: Say): void {
  const bad = torn(now, before, after);
  if (bad.length > 0) say(`torn: ${bad.join(', ')}`);
}

function isClean(now: Record<string, string>, clean: Record<string, string>, say: Say): void {
  const bad = differences(now, clean);
  if (bad.length > 0) say(`not as from nothing: ${bad.join(', ')}`);
}
