import { dirname, join } from 'node:path';
import type { TypeScriptCompiler } from '@nx-conductor/compile';
import { done, failed, type Outcome } from '@nx-conductor/core';
import type { Machine } from '../host';
import { readObject, type Project } from '../project/project';

/** Names under which TypeScript 7 is installed; the second is an alias beside an older `typescript`. */
const PACKAGES = ['typescript', 'typescript-7', '@typescript/native-preview'] as const;

/**
 * TypeScript 7 as it is installed for a project: the executable in the package for this platform. The script in the
 * package's `bin` would start a Node first.
 */
export function findTypeScript(machine: Machine, project: Project): Outcome<TypeScriptCompiler> {
  const [platform] = machine.platform.split('-');
  for (const name of PACKAGES) {
    const description = packageJsonOf(machine, name, join(project.root, 'package.json'));
    if (description === undefined) continue;
    const { version } = readObject(machine.disk, description);
    if (typeof version !== 'string' || Number.parseInt(version, 10) < 7) continue;
    const native = `@typescript/${name === '@typescript/native-preview' ? 'native-preview' : 'typescript'}-${machine.platform}`;
    const parts = packageJsonOf(machine, native, description);
    if (parts === undefined) return failed({ code: 'missing-file', place: { file: native }, wanted: `the package ${native}, which holds TypeScript ${version} for this platform,` });
    const program = name === '@typescript/native-preview' ? 'tsgo' : 'tsc';
    return done({ executable: join(dirname(parts), 'lib', platform === 'win32' ? `${program}.exe` : program), version });
  }
  return failed({ code: 'missing-file', place: { file: project.shown(join(project.workspace, 'package.json')) }, wanted: 'TypeScript 7 (npm install --save-dev typescript@7, or typescript-7@npm:typescript@7 beside an older one)' });
}

/**
 * The package.json of what an import from a file would find. Looked for in the folders of packages: for one with `exports`
 * Node.js would load its resolver of ES modules, which takes longer than all that is asked here.
 */
function packageJsonOf({ disk, resolveModule }: Machine, name: string, from: string): string | undefined {
  for (let folder = dirname(from); ; folder = dirname(folder)) {
    const path = join(folder, 'node_modules', name, 'package.json');
    if (disk.stat(path)) return disk.realPath(path);
    if (dirname(folder) === folder) return resolveModule(`${name}/package.json`, from);
  }
}
