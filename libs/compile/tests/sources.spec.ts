import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import ts from 'typescript';
import { realDisk } from '@nx-conductor/host';
import { createMemoryDisk } from '@nx-conductor/testkit';
import { findSources, resolveEmitOptions, type SourceRules } from '../src';

const FILES = [
  'a.ts', 'a.d.ts', 'a.js', 'b.tsx', 'b.ts', 'c.js', 'c.d.ts', 'd.mts', 'd.mjs', 'e.cts', 'e.d.cts', 'f.jsx', 'g.min.js', 'data.json', 'readme.md', '.hidden.ts', 'css.d.css.ts',
  'src/a.ts', 'src/a.spec.ts', 'src/.x/a.ts', 'src/deep/er/a.ts', 'src/deep/er/b.json', 'src/node_modules/p/index.ts', 'src/dist/a.ts', 'src/generated/m.ts',
  'node_modules/q/index.ts', 'dist/a.js', 'dist/a.d.ts', 'lib.v2/a.ts', 'tests/a.spec.ts', 'tests/b.test.tsx', 'out/types/a.d.ts', 'été/ü.ts',
];

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'conductor sources '));
  for (const path of FILES) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), '');
  }
  symlinkSync(join(folder, 'src', 'a.ts'), join(folder, 'link.ts'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Config = { files?: string[]; include?: string[]; exclude?: string[]; compilerOptions: Record<string, string | boolean> };

function byTypeScript(config: Config): string[] {
  return ts.parseJsonConfigFileContent(config, ts.sys, folder, undefined, join(folder, 'tsconfig.json')).fileNames.sort();
}

function byUs({ compilerOptions, ...lists }: Config): string[] {
  const tsconfig = { path: join(folder, 'tsconfig.json'), compilerOptions, ...lists };
  const { allowJs, resolveJsonModule } = resolveEmitOptions(tsconfig, { defaultOutDir: join(folder, 'dist'), packageType: 'commonjs' });
  const outputs = ['outDir', 'declarationDir'].flatMap((name) => (compilerOptions[name] === undefined ? [] : [join(folder, compilerOptions[name] as string)]));
  const found = findSources(realDisk, { tsconfig, allowJs, json: resolveJsonModule, outputs });
  return [...found.emitted, ...found.declarations].sort();
}

const glob = fc.oneof(
  fc.constantFrom('src', 'src/**/*', '**/*', '*', '*.ts', 'src/*', '**/*.json', '**/*.spec.ts', 'tests', './src/', 'lib.v2', 'data.json', '../*/src', 'src/**', '**', '?.ts', '**/deep/**/*', 'dist', '**/.x/*', 'src/node_modules/**/*', '**/*.min.js', 'été'),
  fc.array(fc.constantFrom('**', '*', 'src', 'deep', '*.ts', 'a.ts', 'd?st', '*e*', '.x', 'node_modules', '*.spec.*', 'a*'), { minLength: 1, maxLength: 4 }).filter((parts) => parts.filter((part) => part === '**').length < 3).map((parts) => parts.join('/')),
);
const config = fc.record(
  {
    files: fc.subarray(['a.ts', 'src/a.spec.ts', 'c.d.ts']),
    include: fc.array(glob, { minLength: 1, maxLength: 3 }),
    exclude: fc.array(glob, { maxLength: 2 }),
    compilerOptions: fc.record({ allowJs: fc.boolean(), resolveJsonModule: fc.boolean(), outDir: fc.constantFrom('dist', './out'), declarationDir: fc.constant('out/types') }, { requiredKeys: [] }),
  },
  { requiredKeys: ['compilerOptions'] },
);

describe('findSources', () => {
  it('finds what TypeScript finds, for any files, include and exclude', () => {
    fc.assert(fc.property(config, (each) => expect(byUs(each)).toEqual(byTypeScript(each))), { numRuns: process.env['CONDUCTOR_TORTURE'] ? 3000 : 150 });
  });

  const tsconfig = { path: '/p/tsconfig.json', compilerOptions: {}, include: ['src', 'generated'], exclude: ['generated/skipped'] };
  const rules: SourceRules = { tsconfig, allowJs: false, json: false, outputs: ['/p/dist'] };

  it('takes what is known of a folder, and does not look into it', () => {
    const disk = createMemoryDisk({ '/p/src/a.ts': '', '/p/generated/b.ts': '', '/p/generated/foreign.ts': '' });
    const files = ['/p/generated/b.ts', '/p/generated/b.json', '/p/generated/deep/er/e.ts', '/p/generated/skipped/c.ts', '/p/generated/types.d.ts'];
    const found = findSources(disk, { ...rules, known: { folder: '/p/generated', files } });
    expect(found).toEqual({ emitted: ['/p/generated/b.ts', '/p/generated/deep/er/e.ts', '/p/src/a.ts'], declarations: ['/p/generated/types.d.ts'], folders: ['/p/src', '/p/generated', '/p/generated/deep', '/p/generated/deep/er'] });
    expect(disk.calls.filter(({ method }) => method === 'list').map(({ path }) => path)).toEqual(['/p/src']);
  });

  it('follows links, and walks no folder twice', () => {
    const disk = createMemoryDisk({ '/p/src/a.ts': '', '/p/src/deep/b.ts': '', '/elsewhere/c.ts': '' });
    disk.symlink('/p/src', '/p/src/deep/again');
    disk.symlink('/elsewhere', '/p/src/other');
    disk.symlink('/elsewhere', '/p/src/twice');
    disk.symlink('/nowhere', '/p/src/gone.ts');
    expect(findSources(disk, rules).emitted).toEqual(['/p/src/a.ts', '/p/src/deep/b.ts', '/p/src/other/c.ts']);
  });
});
