import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createResident, typecheck, type TypecheckResult } from '@nx-conductor/compile';
import { realClock, realDisk, realProcesses } from '@nx-conductor/host';
import { compiler, createRig, OPTIONS, type Rig } from './rig';

const FILES = {
  'src/a.ts': 'export interface A { x: string }\nexport function a(): number { return 1; }\n',
  'src/b.ts': "import type { A } from './a';\nexport interface B { a: A }\n",
  'src/c.ts': "import type { B } from './b';\nexport const c = (b: B): string => b.a.x;\n",
  'src/d.ts': "import { a } from './a.js';\nexport const d: number = a();\n",
  'src/e.ts': 'export const e = 1;\n',
};

let rig: Rig;
const open = (files: Readonly<Record<string, string>> = FILES, options: object = OPTIONS): void => void (rig = createRig(files, options));
afterEach(() => rig.close());

const codes = ({ findings }: TypecheckResult): string[] => findings.map(({ file, line, code }) => `${file}:${line} ${code}`);
const reasons = ({ why }: TypecheckResult): string[] => why.map(({ source, reason }) => `${source} ${reason}`);
/** After a first check, with its process forgotten. */
async function checked(files?: Readonly<Record<string, string>>, options?: object): Promise<TypecheckResult> {
  open(files, options);
  const result = await rig.check();
  rig.started();
  return result;
}

describe('A check of types', () => {
  it('is full when nothing is known, and starts nothing when nothing changed', async () => {
    expect(await checked()).toMatchObject({ mode: 'full', files: { total: 5, checked: 5 }, findings: [] });
    const reads: string[] = [];
    const again = await rig.check({}, { disk: { ...realDisk, read: (path) => (reads.push(path), realDisk.read(path)) } });
    expect(again).toMatchObject({ mode: 'unchanged', files: { total: 5, checked: 0 }, findings: [] });
    expect(rig.started()).toEqual([]);
    expect(reads.filter((path) => path.includes('/src/'))).toEqual([]);
  });

  it('asks before it checks or saves, once, and not when nothing has changed', async () => {
    open();
    let asked = 0;
    const machine = { beforeChecking: async () => void (asked += 1) };
    const after = async (wishes = {}) => {
      asked = 0;
      const { mode } = await rig.check(wishes, machine);
      return [mode, asked];
    };
    expect(await after()).toEqual(['full', 1]);
    expect(await after()).toEqual(['unchanged', 0]);
    rig.write('src/e.ts', FILES['src/e.ts']);
    expect(await after()).toEqual(['unchanged', 1]);
    expect(await after()).toEqual(['unchanged', 0]);
    rig.write('src/e.ts', 'export const e = 2;\n');
    expect(await after()).toEqual(['affected', 1]);
    rig.write('tsconfig.json', JSON.stringify({ compilerOptions: { ...OPTIONS, noUnusedLocals: false }, include: ['src'] }));
    expect(await after({ configs: [join(rig.root, 'tsconfig.json')] })).toEqual(['full', 1]);
  });

  it('that is refused starts nothing and saves nothing', async () => {
    await checked();
    const known = readFileSync(join(rig.root, '.state/known'));
    for (const text of ['export const e = 2;\n', FILES['src/e.ts']]) {
      rig.write('src/e.ts', text);
      await expect(rig.check({}, { beforeChecking: () => Promise.reject(new Error('no')) })).rejects.toThrow('no');
      expect(rig.started()).toEqual([]);
      expect(readFileSync(join(rig.root, '.state/known'))).toEqual(known);
    }
  });

  it('checks one file when its declarations stay: a body or a comment changed', async () => {
    await checked();
    rig.write('src/a.ts', '/** What a is. */\nexport interface A { x: string }\nexport function a(): number { return "2".length; }\n');
    expect(reasons(await rig.check())).toEqual(['src/a.ts its content changed']);
    expect(rig.started()).toHaveLength(1);
    expect(await rig.check()).toMatchObject({ mode: 'unchanged' });
  });

  it('checks who sees a changed type, also through declarations whose text stays', async () => {
    await checked();
    rig.write('src/a.ts', 'export interface A { x: number }\nexport function a(): number { return 1; }\n');
    const result = await rig.check();
    expect(reasons(result)).toEqual(['src/a.ts its content changed', 'src/b.ts imports src/a.ts, whose declarations changed', 'src/c.ts imports src/b.ts, whose declarations changed', 'src/d.ts imports src/a.ts, whose declarations changed']);
    expect(codes(result)).toEqual(['src/c.ts:2 TS2322']);
    expect(result.findings[0]).toMatchObject({ severity: 'error', column: 36, length: 5, sourceLine: 'export const c = (b: B): string => b.a.x;', message: "Type 'number' is not assignable to type 'string'." });
    rig.write('src/e.ts', 'export const e = 2;\n');
    expect(codes(await rig.check())).toEqual(['src/c.ts:2 TS2322']);
  });

  it('tells errors of syntax alone, as TypeScript does, and goes on afterwards from what it knew', async () => {
    await checked({ ...FILES, 'src/wrong.ts': 'export const wrong: string = 1;\n' });
    rig.write('src/e.ts', 'export const e = ;\n');
    expect(codes(await rig.check())).toEqual(['src/e.ts:1 TS1109']);
    rig.write('src/e.ts', 'export const e = 3;\n');
    const result = await rig.check();
    expect(result).toMatchObject({ mode: 'affected', files: { checked: 1 } });
    expect(codes(result)).toEqual(['src/wrong.ts:1 TS2322']);
  });

  it('checks everything once the last error of types is gone, where errors of declarations come after', async () => {
    const options = { ...OPTIONS, declaration: true, isolatedDeclarations: true, outDir: 'out', rootDir: 'src' };
    await checked({ ...FILES, 'src/e.ts': 'export const e: string = 1;\n', 'src/open.ts': 'export const open = () => Math.random();\n' }, options);
    rig.write('src/e.ts', 'export const e: number = 1;\n');
    const result = await rig.check();
    expect(result.mode).toBe('full');
    expect(codes(result)).toEqual(['src/open.ts:1 TS9013']);
    rig.write('src/open.ts', 'export const open = (): number => 1;\n');
    expect(await rig.check()).toMatchObject({ mode: 'affected', findings: [] });
  });

  it('takes new files for themselves, and checks who imported one that is gone', async () => {
    await checked();
    rig.write('src/f.ts', "import { e } from './e';\nexport const f: string = e;\n");
    const added = await rig.check();
    expect(reasons(added)).toEqual(['src/f.ts it is new']);
    expect(codes(added)).toEqual(['src/f.ts:2 TS2322']);
    rig.remove('src/e.ts');
    const gone = await rig.check();
    expect(reasons(gone)).toEqual(['src/f.ts imports src/e.ts, which is gone']);
    expect(codes(gone)).toEqual(['src/f.ts:1 TS2307']);
    rig.write('src/e.ts', 'export const e = "1";\n');
    expect((await rig.check()).findings).toEqual([]);
    rig.remove('src/f.ts');
    expect(await rig.check()).toMatchObject({ files: { total: 5 }, findings: [] });
  });

  it.each([
    ['the tsconfig', () => rig.write('tsconfig.json', JSON.stringify({ compilerOptions: { ...OPTIONS, strict: false }, include: ['src'] })), 'tsconfig.json changed, and decides how the program is put together'],
    ['what is installed', () => rig.write('node_modules/pack/index.d.ts', 'export {};\n'), 'node_modules changed, and decides how the program is put together'],
    ['a package.json', () => rig.write('src/package.json', '{ "type": "commonjs" }'), 'src/package.json changed, and decides how the program is put together'],
    ['a declaration file', () => rig.write('src/types.d.ts', 'declare const global: string;\n'), 'src/types.d.ts is a declaration file that changed'],
    ['global scope', () => rig.write('src/e.ts', 'declare global { var E: string }\nexport {};\n'), 'src/e.ts changed, and can declare what files see that do not import it'],
    ['a file that may stand in for another', () => rig.write('src/a/index.ts', 'export {};\n'), 'src/a/index.ts came, and may stand in for another file of its name'],
    ['the state', () => rig.write('.state/known', 'conductor-typecheck 1\n'), 'tsconfig.json nothing is known of an earlier check'],
  ])('checks everything when %s changed', async (_, change, reason) => {
    await checked({ ...FILES, 'src/types.d.ts': 'declare const global: number;\n' });
    change();
    const result = await rig.check();
    expect(result.mode).toBe('full');
    expect(reasons(result)).toEqual([reason]);
  });

  it('checks everything when more than a tenth can have changed, and at another version', async () => {
    await checked(Object.fromEntries([['src/hub.ts', 'export type Hub = string;\n'], ...Array.from({ length: 30 }, (_, index) => [`src/n${index}.ts`, "import type { Hub } from './hub';\nexport let hub: Hub;\n"])]) as Record<string, string>);
    rig.write('src/hub.ts', 'export type Hub = number;\n');
    expect(reasons(await rig.check())).toEqual(['src/hub.ts its declarations changed, and more than 20 of 31 files can see that']);
    expect(reasons(await rig.check({ compiler: { ...compiler(), version: '7.0.0' } }))).toEqual(['tsconfig.json another compiler or tsconfig was checked with before']);
  });

  it('tells of a type that the standard library does not have, which is an error of no file', async () => {
    await checked(FILES, { ...OPTIONS, lib: ['es5'] });
    rig.write('src/e.ts', 'export function* e() { yield 1; }\n');
    expect(codes(await rig.check())).toEqual(['tsconfig.json:undefined TS2318']);
    rig.close();
    await checked();
    rig.write('src/e.ts', 'export function* e() { yield 1; }\nexport function e2(): void { using x = null; }\n');
    expect(codes(await rig.check())).toEqual(codes({ ...(await rig.check()), findings: await rig.truth() }));
  });

  it('looks into files as young as the last check, whatever their stat says', async () => {
    open();
    await rig.check({}, { clock: realClock });
    const before = realDisk.stat(join(rig.root, 'src/e.ts'));
    rig.write('src/e.ts', 'export let e = 1;\n'.replace('1', "''").replace('let', 'const').replace("''", 'q'));
    const result = await rig.check({}, { clock: realClock, disk: { ...realDisk, stat: (path) => (path.endsWith('/e.ts') ? before : realDisk.stat(path)) } });
    expect(codes(result)).toEqual(['src/e.ts:1 TS2304']);
  });

  it('checks everything when the API of TypeScript is not there or speaks otherwise', async () => {
    await checked();
    rig.write('src/e.ts', 'export const e: string = 2;\n');
    for (const said of [Buffer.from('Content-Length: 2\r\n\r\n{}'), Buffer.from('What do you want?\r\n\r\n')]) {
      const result = await rig.check(
        { mode: 'check' },
        {
          processes: {
            ...realProcesses,
            open: (_, { output, end }) => {
              setImmediate(() => (output(said), end({ code: 1, stdout: new Uint8Array(), stderr: Buffer.from('unknown option --api') })));
              return { send: () => undefined, close: () => undefined };
            },
          },
        },
      );
      expect(result.mode).toBe('full');
      expect(reasons(result)[0]).toMatch(/^TypeScript \d.* its API did not answer as expected: /);
      expect(codes(result)).toEqual(['src/e.ts:1 TS2322']);
    }
  });

  it('keeps TypeScript between checks of a watch, and has it read again only what is another text', async () => {
    await checked();
    const resident = createResident();
    const read: string[] = [];
    const machine = { disk: { ...realDisk, read: (path: string) => (read.push(path), realDisk.read(path)) } };
    try {
      rig.write('src/a.ts', FILES['src/a.ts'].replace('return 1', 'return 2'));
      expect(await rig.check({}, machine, resident)).toMatchObject({ mode: 'affected', files: { checked: 1 } });
      expect(rig.started()).toHaveLength(1);
      rig.write('src/d.ts', FILES['src/d.ts'].replace('number', 'string'));
      read.splice(0);
      expect(codes(await rig.check({}, machine, resident))).toEqual(['src/d.ts:2 TS2322']);
      expect(rig.started()).toEqual([]);
      expect(read.filter((path) => /\/(?:b|c|e)\.ts$/.test(path))).toEqual([]);
      rig.write('src/a.ts', FILES['src/a.ts'].replaceAll('number', 'string').replace('return 1', 'return "1"'));
      expect(await rig.check({}, machine, resident)).toMatchObject({ mode: 'affected', findings: [] });
      rig.write('tsconfig.json', JSON.stringify({ compilerOptions: { ...OPTIONS, strict: false }, include: ['src'] }));
      expect(await rig.check({}, machine, resident)).toMatchObject({ mode: 'full', findings: [] });
    } finally {
      resident.close();
    }
  });

  it('fails when the compiler cannot be run', async () => {
    open();
    const request = { root: rig.root, tsConfig: join(rig.root, 'tsconfig.json'), configs: [], sources: ['src/a.ts'], compiler: { executable: join(rig.root, 'none'), version: '7.0.2' }, state: join(rig.root, '.state/known'), force: false, mode: 'write' } as const;
    expect(await typecheck(request, { disk: realDisk, clock: realClock, processes: realProcesses })).toMatchObject({ ok: false, failures: [{ code: 'compiler-failed', reason: expect.stringContaining('ENOENT') }] });
  });

  it('leaves nothing behind in mode check, and its state alone in mode write', async () => {
    open();
    await rig.check({ mode: 'check' });
    expect(existsSync(join(rig.root, '.state/known'))).toBe(false);
    await rig.check();
    expect(readdirSync(join(rig.root, '.state'))).toEqual(['known']);
    expect(readdirSync(rig.root).sort()).toEqual(['.state', 'src', 'tsconfig.json']);
  });
});
