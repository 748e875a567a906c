import { join, posix } from 'node:path';
import type { Tree } from '@nx/devkit';
import { realDisk } from '@nx-conductor/host';
import { createWarm, projectAt, type Warm } from '@nx-conductor/run';
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
  readonly runId?: string;
  readonly plan?: readonly { readonly path: string; readonly action: string }[];
}

/** A project whose artifacts are not what its inputs give. */
interface Stale {
  readonly root: string;
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
  for (const root of await projectRoots(tree)) {
    const project = projectAt(realDisk, join(tree.root, root));
    if (!realDisk.stat(project.manifest)) continue;
    const { told, errors } = await generate(tree.root, root, ['--dry-run', '--json'], warm);
    const changes = (told.plan ?? []).map(({ path, action }) => `${action} ${posix.join(root, path)}`);
    if (!told.ok) faults.push(errors);
    else if (changes.length > 0) stale.push({ root, name: project.name, changes });
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
  for (const { root } of stale) {
    const { told, errors } = await generate(workspace, root, ['--json'], warm);
    if (!told.ok) faults.push(errors);
  }
  realDisk.remove(join(workspace, MARKER));
  if (faults.length > 0) throw new Error(faults.join('\n'));
}

async function generate(cwd: string, root: string, options: readonly string[], warm: Warm): Promise<{ told: Told; errors: string }> {
  const [stdout, stderr]: [string[], string[]] = [[], []];
  const io = { cwd, env: {}, isTTY: false, stdout: { write: (text: string) => void stdout.push(text) }, stderr: { write: (text: string) => void stderr.push(text) } };
  await runCli(['generate', `./${root}`, ...options], io, warm);
  return { told: JSON.parse(stdout.join('')) as Told, errors: stderr.join('').trimEnd() };
}

/** Folders of codegen projects, found as Nx finds them for inference: ignored folders hold none. */
async function projectRoots(tree: Tree): Promise<string[]> {
  const { globAsync } = require('@nx/devkit') as typeof import('@nx/devkit');
  const files = await globAsync(tree, ['**/conductor.json']);
  return files.filter((file) => !file.includes('node_modules/')).map((file) => posix.dirname(file)).sort();
}
