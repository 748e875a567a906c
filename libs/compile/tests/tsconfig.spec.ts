import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import ts from 'typescript';
import { realDisk, resolveModule } from '@nx-conductor/host';
import { createMemoryDisk } from '@nx-conductor/testkit';
import { globsOf, placeOfOption, readTsconfig, resolveEmitOptions } from '../src';

/** What TypeScript computes of options; it does not publish these. */
const computed = ts as unknown as Record<'getEmitScriptTarget' | 'getEmitModuleKind' | 'getUseDefineForClassFields' | 'getESModuleInterop' | 'shouldPreserveConstEnums' | 'getEmitDeclarations' | 'getResolveJsonModule' | 'getAllowJSCompilerOption', (options: ts.CompilerOptions) => unknown>;

const parse = (compilerOptions: object, folder = '/p') => ts.parseJsonConfigFileContent({ compilerOptions, files: ['a.ts'] }, ts.sys, folder, undefined, join(folder, 'tsconfig.json')).options;
const resolve = (compilerOptions: Record<string, string | boolean>, packageType: 'module' | 'commonjs' = 'commonjs') => resolveEmitOptions({ path: '/p/tsconfig.json', compilerOptions }, { defaultOutDir: '/p/dist', packageType });

const flag = fc.boolean();
const given = fc.record(
  {
    target: fc.constantFrom('es6', 'ES2015', 'es2017', 'es2020', 'ES2021', 'es2022', 'es2023', 'es2024', 'es2025', 'ESNext'),
    module: fc.constantFrom('commonjs', 'CommonJS', 'es6', 'es2015', 'es2020', 'es2022', 'esnext', 'node16', 'node18', 'node20', 'NodeNext', 'preserve'),
    moduleResolution: fc.constantFrom('bundler', 'node16', 'nodenext'),
    strict: flag, strictNullChecks: flag, isolatedModules: flag, verbatimModuleSyntax: flag, useDefineForClassFields: flag, esModuleInterop: flag,
    declaration: flag, composite: flag, resolveJsonModule: flag, allowJs: flag, checkJs: flag,
  },
  { requiredKeys: [] },
) as fc.Arbitrary<Record<string, string | boolean>>;

const targetName = (target: ts.ScriptTarget) => (target === ts.ScriptTarget.ESNext ? 'esnext' : target === ts.ScriptTarget.LatestStandard ? 'es2025' : ts.ScriptTarget[target]?.toLowerCase());

describe('resolveEmitOptions', () => {
  it('fills in what TypeScript fills in, for any options', () => {
    fc.assert(
      fc.property(given, fc.constantFrom('module' as const, 'commonjs' as const), (each, packageType) => {
        const theirs = parse(each);
        const { options, resolveJsonModule, allowJs, refused } = resolve(each, packageType);
        expect(refused).toEqual([]);
        const kind = computed.getEmitModuleKind(theirs) as ts.ModuleKind;
        const node = kind >= ts.ModuleKind.Node16 && kind <= ts.ModuleKind.NodeNext;
        expect(options).toMatchObject({
          target: targetName(computed.getEmitScriptTarget(theirs) as ts.ScriptTarget),
          module: node ? (packageType === 'module' ? 'esm' : 'commonjs') : kind === ts.ModuleKind.CommonJS ? 'commonjs' : 'esm',
          dynamicImport: kind === ts.ModuleKind.CommonJS ? 'require' : 'keep',
          useDefineForClassFields: computed.getUseDefineForClassFields(theirs),
          esModuleInterop: computed.getESModuleInterop(theirs),
          declaration: computed.getEmitDeclarations(theirs),
          strictNullChecks: theirs.strictNullChecks ?? theirs.strict ?? true,
        });
        expect({ resolveJsonModule, allowJs }).toEqual({ resolveJsonModule: computed.getResolveJsonModule(theirs), allowJs: computed.getAllowJSCompilerOption(theirs) });
      }),
    );
  });

  it.each([
    [{ outFile: 'a.js' }, 'outFile'],
    [{ target: 'es5' }, 'target'],
    [{ module: 'amd' }, 'module'],
    [{ emitBOM: true }, 'emitBOM'],
    [{ noEmitHelpers: true }, 'noEmitHelpers'],
    [{ mapRoot: 'maps' }, 'mapRoot'],
    [{ importsNotUsedAsValues: 'error' }, 'importsNotUsedAsValues'],
    [{ alwaysStrict: false }, 'alwaysStrict'],
    [{ emitDeclarationOnly: true }, 'emitDeclarationOnly'],
    [{ sourceMap: true, inlineSourceMap: true }, 'inlineSourceMap'],
    [{ inlineSources: true }, 'inlineSources'],
    [{ emitDecoratorMetadata: true }, 'emitDecoratorMetadata'],
    [{ allowImportingTsExtensions: true }, 'allowImportingTsExtensions'],
    [{ declaration: 'yes' }, 'declaration'],
  ])('refuses %j: it says which, why, and what to do', (options, option) => {
    const { refused } = resolve(options as Record<string, string | boolean>);
    expect(refused).toEqual([{ option, value: (options as Record<string, unknown>)[option], reason: expect.stringMatching(/\w/), hint: expect.stringMatching(/\w/) }]);
  });

  it.each(['removeComments', 'importHelpers', 'noEmit', 'noEmitOnError'])('%s is not passed over: it is told that the outputs are otherwise', (option) => {
    expect(resolve({ [option]: true }).overruled).toEqual([{ option, value: true, reason: expect.stringMatching(/\w/) as string, hint: expect.stringMatching(/\w/) as string }]);
    expect(resolve({ [option]: false }).overruled).toEqual([]);
  });

  it('knows every option of TypeScript: none is passed over, none is taken for a slip', () => {
    const names = (ts as unknown as { optionDeclarations: readonly { name: string; isCommandLineOnly?: boolean }[] }).optionDeclarations.filter((each) => !each.isCommandLineOnly).map((each) => each.name);
    const unknown = names.filter((name) => resolve({ [name]: 'x' }).overruled.some(({ reason }) => reason.includes('no option of TypeScript')));
    // These belong to the command line, or to files that tell more than how to compile.
    expect(unknown.filter((name) => !['help', 'watch', 'all', 'version', 'init', 'project', 'showConfig', 'ignoreConfig', 'build'].includes(name))).toEqual([]);
  });

  it('an outDir that is asked for takes the declarations along', () => {
    const tsconfig = { path: '/p/tsconfig.json', compilerOptions: { outDir: 'out', declarationDir: 'types' } };
    expect(resolveEmitOptions(tsconfig, { defaultOutDir: '/p/dist', packageType: 'module' }).options).toMatchObject({ outDir: '/p/out', declarationDir: '/p/types', rootDir: '/p' });
    expect(resolveEmitOptions(tsconfig, { outDir: '/q', defaultOutDir: '/p/dist', packageType: 'module' }).options).toMatchObject({ outDir: '/q', declarationDir: '/q' });
  });
});

describe('readTsconfig', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'conductor tsconfig '))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const write = (files: Record<string, string | object>) => {
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), typeof content === 'string' ? content : JSON.stringify(content));
    }
  };
  const read = (path = 'tsconfig.json') => readTsconfig({ disk: realDisk, resolveModule }, join(folder, path), (each) => each.slice(folder.length + 1));

  it('puts what is extended into one, as TypeScript does', () => {
    write({
      'tsconfig.json': '{\n  // ours\n  "extends": ["@acme/base", "@acme/exported/strict", "./configs/a"],\n  "compilerOptions": { "target": "es2022", "removeComments": null, },\n}',
      'configs/a.json': { extends: '../configs/b.json', compilerOptions: { outDir: '../out', sourceMap: true }, include: ['../src', '${configDir}/more'] },
      'configs/b.json': { compilerOptions: { outDir: 'never', rootDir: '${configDir}/src', declarationDir: './types', removeComments: true, stripInternal: true }, exclude: ['x'] },
      'node_modules/@acme/base/tsconfig.json': { compilerOptions: { target: 'es2020', importHelpers: true } },
      'node_modules/@acme/base/package.json': { name: '@acme/base' },
      'node_modules/@acme/exported/package.json': { name: '@acme/exported', exports: { './strict': './deep/strict.json' } },
      'node_modules/@acme/exported/deep/strict.json': { compilerOptions: { strict: true, importHelpers: false } },
      'src/a.ts': '',
    });
    const ours = read();
    const theirs = ts.getParsedCommandLineOfConfigFile(join(folder, 'tsconfig.json'), undefined, { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => undefined });
    expect(theirs?.errors).toEqual([]);
    if (!ours.ok) throw new Error(JSON.stringify(ours.failures));
    const { tsconfig, files } = ours.value;
    const { configFilePath: _, ...options } = theirs?.options ?? {};
    expect({ ...tsconfig.compilerOptions, target: ts.ScriptTarget.ES2022 }).toEqual(JSON.parse(JSON.stringify(options)));
    expect(tsconfig).toMatchObject({ include: [join(folder, 'src'), join(folder, 'more')], exclude: [join(folder, 'configs/x')] });
    expect(files.map((path) => path.slice(folder.length + 1))).toEqual(['tsconfig.json', 'configs/a.json', 'configs/b.json', 'node_modules/@acme/exported/deep/strict.json', 'node_modules/@acme/base/tsconfig.json']);
    expect(placeOfOption(realDisk, files, 'sourceMap', (path) => path.slice(folder.length + 1)).file).toBe('configs/a.json');
    expect(placeOfOption(realDisk, files, 'target', (path) => path.slice(folder.length + 1))).toEqual({ file: 'tsconfig.json', line: 4, column: 24 });
  });

  it('takes an empty file for a tsconfig with nothing in it', () => {
    write({ 'tsconfig.json': '\n' });
    expect(read()).toMatchObject({ ok: true, value: { tsconfig: { compilerOptions: {} } } });
  });

  it.each([
    [{ 'tsconfig.json': '{ "compilerOptions": { "target": "es2022" "module": "esnext" } }' }, { code: 'syntax', place: { file: 'tsconfig.json', line: 1 } }],
    [{ 'tsconfig.json': '[]' }, { code: 'invalid-value', what: 'the file' }],
    [{ 'tsconfig.json': { compilerOptions: [] } }, { code: 'invalid-value', what: '"compilerOptions"' }],
    [{ 'tsconfig.json': { include: 'src' } }, { code: 'invalid-value', what: '"include"' }],
    [{ 'tsconfig.json': { extends: 1 } }, { code: 'invalid-value', what: '"extends"' }],
    [{ 'tsconfig.json': { extends: 'nowhere/tsconfig' } }, { code: 'missing-file' }],
    [{ 'tsconfig.json': { extends: './b.json' }, 'b.json': { extends: './tsconfig.json' } }, { code: 'invalid-value', place: { file: 'b.json' } }],
    [{}, { code: 'missing-file', place: { file: 'tsconfig.json' } }],
  ])('%j is told with its place', (files, failure) => {
    write(files as Record<string, string | object>);
    expect(read()).toMatchObject({ ok: false, failures: [failure] });
  });

  it('reads each file once, and no other', () => {
    const disk = createMemoryDisk({ '/p/tsconfig.json': '{"extends":"../base"}', '/base.json': '{}' });
    expect(readTsconfig({ disk, resolveModule: () => undefined }, '/p/tsconfig.json', (path) => path)).toMatchObject({ ok: true });
    expect(disk.calls.filter(({ method }) => method === 'read').map(({ path }) => path)).toEqual(['/p/tsconfig.json', '/base.json']);
  });
});

describe('globsOf', () => {
  it('says what a tsconfig includes in a way that every task runner understands', () => {
    const of = (lists: { files?: string[]; include?: string[]; exclude?: string[] }) => globsOf({ path: '/p/tsconfig.json', compilerOptions: {}, ...lists }, ['/p/dist']);
    expect(of({})).toEqual({ include: ['/p/**/*'], exclude: ['/p/dist/**/*'] });
    expect(of({ files: ['a.ts'] })).toEqual({ include: ['/p/a.ts'], exclude: ['/p/dist/**/*'] });
    expect(of({ include: ['src', '../lib/*.ts'], exclude: ['**/*.spec.ts'] })).toEqual({ include: ['/p/src/**/*', '/lib/*.ts'], exclude: ['/p/**/*.spec.ts', '/p/**/*.spec.ts/**/*', '/p/dist/**/*'] });
  });
});
