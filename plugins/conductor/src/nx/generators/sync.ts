import { dirname, join, parse, posix, relative, sep } from 'node:path';
import type { Tree } from '@nx/devkit';
import { findFiles, realDisk } from '@nx-conductor/host';
import { readManifest } from '@nx-conductor/outputs';
import { createWarm, type Warm } from '@nx-conductor/run';
import { runCli } from '../../run-cli';

/** What a sync generator gives back to Nx. */
interface SyncResult {
  readonly outOfSyncMessage?: string;
  readonly outOfSyncDetails?: string[];
  readonly callback?: () => Promise<void>;
}

/** The parts of the document of `generate --json` that are used. */
interface Told {
  readonly ok: boolean;
  readonly project: string;
  readonly runId?: string;
  readonly plan?: readonly { readonly path: string; readonly action: string }[];
}

/** A project whose artifacts are not what its inputs give. */
interface Stale {
  /** As the command takes it. */
  readonly project: string;
  readonly name: string;
  readonly changes: readonly string[];
}

/** Paths named for each project. */
const MOST_NAMED = 20;

/** In the cache, so in no commit; see {@link sync}. */
const MARKER = '.conductor/cache/sync';

/**
 * `nx sync` and `nx sync:check`: finds stale generated code in all projects and brings it up to date.
 *
 * The artifacts do not go through Nx's tree. The tree is computed now and written later, in the daemon much later, file
 * by file and over whatever lies there by then: a hand edit would be lost, and a killed flush would leave artifacts that
 * the manifest does not know. So the tree only gets a marker in the cache, by which Nx knows that something is to do,
 * and the callback then runs `generate`: with a plan of that moment, under the lock, the manifest last.
 *
 * A project without a manifest never had generated code here, or does not keep it in git: nothing can be out of sync.
 */
export default async function sync(tree: Tree): Promise<SyncResult> {
  const warm = createWarm();
  const stale: Stale[] = [];
  const faults: string[] = [];
  let seed = '';
  for (const project of await projects(tree.root)) {
    const { told, errors } = await generate(tree.root, project, ['--dry-run', '--json'], warm);
    const changes = (told.plan ?? []).map(({ path, action }) => `${action} ${posix.join(project, path)}`);
    if (!told.ok) faults.push(errors);
    else if (changes.length > 0) stale.push({ project, name: told.project, changes });
    seed += `${told.runId ?? ''}\n`;
  }
  if (stale.length === 0 && faults.length > 0) throw new Error(faults.join('\n'));
  if (stale.length === 0) return {};
  // New bytes each time: of a write that changes nothing Nx would not know.
  tree.write(MARKER, seed);
  return {
    outOfSyncMessage: [`Generated code is stale: ${stale.map(({ name, changes }) => `${name} (${changes.length})`).join(', ')}.`, ...faults].join('\n'),
    outOfSyncDetails: stale.flatMap(({ changes }) => (changes.length > MOST_NAMED ? [...changes.slice(0, MOST_NAMED), `… and ${changes.length - MOST_NAMED} more`] : changes)),
    callback: () => repair(tree.root, stale, faults, warm),
  };
}

/** Runs `generate` for each stale project; what one of them meets keeps no other from its turn. */
async function repair(workspace: string, stale: readonly Stale[], found: readonly string[], warm: Warm): Promise<void> {
  const faults = [...found];
  for (const { project } of stale) {
    const { told, errors } = await generate(workspace, project, ['--json'], warm);
    if (!told.ok) faults.push(errors);
  }
  realDisk.remove(join(workspace, MARKER));
  if (faults.length > 0) throw new Error(faults.join('\n'));
}

async function generate(cwd: string, project: string, options: readonly string[], warm: Warm): Promise<{ told: Told; errors: string }> {
  const [stdout, stderr]: [string[], string[]] = [[], []];
  const io = { cwd, env: {}, isTTY: false, stdout: { write: (text: string) => void stdout.push(text) }, stderr: { write: (text: string) => void stderr.push(text) } };
  await runCli(['generate', project, ...options], io, warm);
  return { told: JSON.parse(stdout.join('')) as Told, errors: stderr.join('').trimEnd() };
}

/**
 * The projects that own generated code, each as the command takes it: a folder, by the manifest that names its
 * `conductor.json`. Looking for such files would also find copies in folders of builds. Of a damaged manifest only the
 * name of the project is left.
 */
async function projects(workspace: string): Promise<string[]> {
  const manifests = join(workspace, '.conductor', 'manifests');
  return (await findFiles('**/*.json', manifests, [])).flatMap((path) => {
    const { name } = parse(path);
    const read = readManifest(realDisk, path);
    if (read.state !== 'sound') return [posix.join(...relative(manifests, dirname(path)).split(sep), name)];
    const config = read.manifest.inputs.find((input) => input.kind === 'config')?.path;
    // A project that was removed or moved has left its manifest.
    return config !== undefined && realDisk.stat(join(workspace, config)) ? [`./${posix.dirname(config)}`] : [];
  });
}
