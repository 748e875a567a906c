import { isAbsolute, join, relative, resolve } from 'node:path';
import { byCodeUnit, done, failed, type Outcome } from '@nx-conductor/core';
import type { Copy } from '@nx-conductor/compile';
import type { Machine } from '../host';
import type { Project } from '../project/project';
import type { Asset } from './options';

/** Where each asset comes from and goes to. A glob by itself keeps the place that its files have in the project. */
export async function findAssets(machine: Pick<Machine, 'glob'>, project: Project, assets: readonly Asset[], from: string): Promise<Outcome<readonly Copy[]>> {
  const copies = new Map<string, Copy>();
  for (const asset of assets) {
    const { glob, folder, output, ignore } = typeof asset === 'string' ? { ...split(resolve(from, asset)), output: undefined, ignore: [] } : { glob: asset.glob, folder: resolve(from, asset.input), output: asset.output, ignore: asset.ignore ?? [] };
    for (const path of await machine.glob(glob, folder, ignore)) {
      const to = slashes(output === undefined ? relative(project.root, path) : join(output.replace(/^[/\\]+/, '') || '.', relative(folder, path)));
      if (to.startsWith('../') || isAbsolute(to)) {
        const expected = output === undefined ? 'files of the project, or an object with "input" and "output"' : 'an "output" inside the output folder';
        return failed({ code: 'invalid-value', place: { file: project.shown(path) }, what: `the asset ${JSON.stringify(asset)}`, expected, received: project.shown(path) });
      }
      copies.set(to, { from: path, to });
    }
  }
  return done([...copies.values()].sort((a, b) => byCodeUnit(a.to, b.to)));
}

/** The folder that an absolute glob begins with, and the rest. */
function split(path: string): { readonly folder: string; readonly glob: string } {
  const names = slashes(path).split('/');
  const wild = names.findIndex((name) => /[*?{[]|[!+@]\(/.test(name));
  const own = wild === -1 ? names.length - 1 : wild;
  return { folder: names.slice(0, own).join('/') || '/', glob: names.slice(own).join('/') };
}

const slashes = (path: string) => path.replaceAll('\\', '/');
