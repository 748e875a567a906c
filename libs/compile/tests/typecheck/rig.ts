import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { byCodeUnit } from '@nx-conductor/core';
import { realClock, realDisk, realProcesses } from '@nx-conductor/host';
import { typecheck, type Finding, type ProcessCommand, type Resident, type TypecheckMachine, type TypecheckRequest, type TypecheckResult } from '@nx-conductor/compile';

/** A project on the real disk, checked by the real TypeScript 7. */
export interface Rig {
  readonly root: string;
  /** Writes a file, as old as no check: two checks of a test may lie within one tick of a clock. */
  write(name: string, text: string): void;
  remove(name: string): void;
  check(wishes?: Partial<TypecheckRequest>, machine?: Partial<TypecheckMachine>, resident?: Resident): Promise<TypecheckResult>;
  /** What `tsc --noEmit` finds, by a request that knows nothing. */
  truth(): Promise<readonly Finding[]>;
  /** Arguments of the compiler's processes since the last call. */
  started(): string[];
  close(): void;
}

export const OPTIONS = { target: 'es2022', lib: ['es2022'], module: 'esnext', moduleResolution: 'bundler', strict: true, noUnusedLocals: true, resolveJsonModule: true, isolatedModules: true, types: [], skipLibCheck: true, jsx: 'preserve' };

/** The executable of TypeScript 7 as it is installed in this workspace. */
export function compiler(): { executable: string; version: string } {
  const load = createRequire(createRequire(__filename).resolve('typescript-7/package.json'));
  const { version } = load('./package.json') as { version: string };
  const platform = dirname(load.resolve(`@typescript/typescript-${process.platform}-${process.arch}/package.json`));
  return { executable: join(platform, 'lib', process.platform === 'win32' ? 'tsc.exe' : 'tsc'), version };
}

export function createRig(files: Readonly<Record<string, string>>, options: object = OPTIONS): Rig {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'conductor-typecheck-')));
  const commands: ProcessCommand[] = [];
  const machine: TypecheckMachine = {
    disk: realDisk,
    // Files of a test are as young as its checks; a later clock makes their stats trustworthy, and every write has a time of its own.
    clock: { ...realClock, now: () => realClock.now() + 10_000 },
    processes: { run: (command) => (commands.push(command), realProcesses.run(command)), open: (command, listener) => (commands.push(command), realProcesses.open(command, listener)) },
  };
  const request = (): TypecheckRequest => ({ root, tsConfig: join(root, 'tsconfig.json'), configs: [], sources: sourcesIn(root), compiler: compiler(), platform: `${process.platform}-${process.arch}`, state: join(root, '.state/known'), force: false, mode: 'write' });
  let age = 0;
  const rig: Rig = {
    root,
    write(name, text) {
      mkdirSync(dirname(join(root, name)), { recursive: true });
      writeFileSync(join(root, name), text);
      age += 1;
      utimesSync(join(root, name), 1_000_000 + age, 1_000_000 + age);
    },
    remove: (name) => rmSync(join(root, name), { force: true }),
    async check(wishes, other, resident) {
      const checked = await typecheck({ ...request(), ...wishes }, { ...machine, ...other }, resident);
      if (!checked.ok) throw new Error(JSON.stringify(checked.failures));
      return checked.value;
    },
    async truth() {
      const before = commands.length;
      const { findings } = await rig.check({ force: true, mode: 'check', state: join(root, '.state/none') });
      commands.splice(before);
      return findings;
    },
    started: () => commands.splice(0).map(({ args }) => args.join(' ')),
    close: () => rmSync(root, { recursive: true, force: true }),
  };
  rig.write('tsconfig.json', JSON.stringify({ compilerOptions: options, include: ['src'] }));
  for (const [name, text] of Object.entries(files)) rig.write(name, text);
  return rig;
}

function sourcesIn(root: string): string[] {
  const names = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).map((name) => `src/${name.replaceAll('\\', '/')}`);
  return names.filter((name) => /\.[mc]?tsx?$/.test(name)).sort(byCodeUnit);
}
