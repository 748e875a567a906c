import type { Tree } from '@nx/devkit';
import { registerPlugin, registerSync } from '../register';

/** Lines that a workspace's `.gitignore` should have: what any run can make again. */
const IGNORED = ['.conductor/cache/', '.conductor/runs/', '.conductor/snapshots/', '.conductor/metrics/', '.conductor/manifests/**/*.intent*'];

/** `nx add @nx-conductor/plugin`, or `nx g @nx-conductor/plugin:init`: registers the plugin and its sync generator, and keeps its cache out of git. Changes nothing the second time. */
export default function init(tree: Tree): void {
  const before = tree.read('nx.json', 'utf-8') ?? '{}\n';
  const after = registerSync(registerPlugin(before, '@nx-conductor/plugin'), '@nx-conductor/plugin:sync');
  if (after !== before) tree.write('nx.json', after);

  const ignore = tree.read('.gitignore', 'utf-8') ?? '';
  const known = new Set(ignore.split(/\r?\n/).map((line) => line.trim().replace(/^\/|\/$/g, '')));
  const missing = known.has('.conductor') ? [] : IGNORED.filter((line) => !known.has(line.replace(/\/$/, '')));
  if (missing.length > 0) tree.write('.gitignore', `${ignore}${ignore === '' || ignore.endsWith('\n') ? '' : '\n'}${missing.join('\n')}\n`);
}
