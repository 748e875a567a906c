import * as fs from 'node:fs';
import { createLetters, digest, produced, torture, writeSpec } from '../e2e/letters';

Object.assign(globalThis, { __CONDUCTOR_VERSION__: '9.9.9', __CONDUCTOR_BUILD__: 'test' });

/** What the operating system is made to do. */
const faults: { write: typeof fs.writeSync | undefined; shuffle: boolean } = { write: undefined, shuffle: false };

jest.mock('node:fs', () => {
  const real = jest.requireActual<typeof fs>('node:fs');
  return {
    ...real,
    writeSync: (...args: Parameters<typeof fs.writeSync>) => (faults.write ?? real.writeSync)(...args),
    readdirSync: (...args: Parameters<typeof fs.readdirSync>) => {
      const entries = real.readdirSync(...args) as unknown[];
      return faults.shuffle ? entries.map((entry) => ({ entry, at: Math.random() })).sort((a, b) => a.at - b.at).map(({ entry }) => entry) : entries;
    },
  };
});
const realWrite = jest.requireActual<typeof fs>('node:fs').writeSync as (handle: number, bytes: Uint8Array, offset: number, length: number) => number;

let folder: string;
beforeEach(() => {
  folder = createLetters();
  writeSpec(folder, { Alpha: 1, Beta: 2, Gamma: 3 });
});
afterEach(() => {
  Object.assign(faults, { write: undefined, shuffle: false });
  fs.rmSync(folder, { recursive: true });
});

async function conductor(...args: string[]): Promise<{ code: number; text: string }> {
  const { runCli } = await import('../src/run-cli');
  let text = '';
  const stream = { write: (chunk: string) => ((text += chunk), true) };
  const code = await runCli(args, { cwd: folder, stdout: stream, stderr: stream, env: {}, isTTY: false });
  return { code, text };
}

/** Makes the operating system write as `act` says, which is told how many calls there were before. */
function writesBy(act: (call: number, whole: (length?: number) => number, length: number) => number): () => number {
  let calls = 0;
  faults.write = ((handle: number, bytes: Uint8Array, offset: number, length: number) => act(calls++, (part = length) => realWrite(handle, bytes, offset, part), length)) as typeof fs.writeSync;
  return () => calls;
}

it('writes that come out short are gone on with, at every call', async () => {
  expect(await conductor('generate')).toMatchObject({ code: 0 });
  const whole = produced(folder);
  writeSpec(folder, {});
  expect(await conductor('generate')).toMatchObject({ code: 0 });
  writeSpec(folder, { Alpha: 1, Beta: 2, Gamma: 3 });
  const calls = writesBy((_call, write, length) => write(Math.max(1, length >> 1)));
  expect(await conductor('generate')).toMatchObject({ code: 0 });
  expect(calls()).toBeGreaterThan(40);
  expect(produced(folder)).toEqual(whole);
});

it.each([
  ['a short write, then ENOSPC', (write: (length: number) => number, length: number) => write(length >> 1), 'ENOSPC'],
  ['a write of nothing', () => 0, undefined],
  ['EIO', () => { throw Object.assign(new Error('EIO'), { code: 'EIO' }); }, undefined],
] as const)('%s at any one call: everything is as before, or all was done', async (_name, fault, then) => {
  expect(await conductor('generate')).toMatchObject({ code: 0 });
  const before = produced(folder);
  const changed = { Alpha: 11, Delta: 4 };
  writeSpec(folder, changed);
  const count = writesBy((_call, write) => write());
  expect(await conductor('generate')).toMatchObject({ code: 0 });
  const after = produced(folder);
  const total = count();
  expect(total).toBeGreaterThan(5);
  for (let at = 0; at < total; at++) {
    faults.write = undefined;
    writeSpec(folder, { Alpha: 1, Beta: 2, Gamma: 3 });
    expect(await conductor('generate')).toMatchObject({ code: 0 });
    expect(produced(folder)).toEqual(before);
    writeSpec(folder, changed);
    let hit = false;
    writesBy((call, write, length) => {
      if (call === at) {
        hit = true;
        return fault(write, length);
      }
      if (then !== undefined && call === at + 1) throw Object.assign(new Error(then), { code: then });
      return write();
    });
    const { code, text } = await conductor('generate');
    faults.write = undefined;
    expect({ at, hit, code, files: produced(folder), bug: text.includes('bug') }).toEqual({ at, hit: true, code, files: code === 0 ? after : before, bug: false });
    expect(await conductor('generate')).toMatchObject({ code: 0 });
    expect(produced(folder)).toEqual(after);
  }
}, 120_000);

it('gives the same bytes in whatever order folders are listed, with any --parallel', async () => {
  const digests = new Set<string>();
  faults.shuffle = true;
  for (let run = 0; run < torture(100, 8); run++) {
    for (const path of ['out', '.conductor/manifests', '.conductor/cache']) fs.rmSync(`${folder}/${path}`, { recursive: true, force: true });
    expect(await conductor('generate', '--parallel', String((run % 16) + 1))).toMatchObject({ code: 0 });
    digests.add(digest(produced(folder)));
  }
  expect(digests.size).toBe(1);
}, 120_000);

/** Files below a folder, absolute. */
const filesBelow = (below: string): string[] => fs.readdirSync(below, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => `${entry.parentPath}/${entry.name}`).sort();

it('damage anywhere in what Conductor keeps is no bug to any command', async () => {
  expect(await conductor('generate')).toMatchObject({ code: 0 });
  const whole = produced(folder);
  const kept = ['.conductor/manifests', '.conductor/cache', '.conductor/runs'].flatMap((path) => filesBelow(`${folder}/${path}`));
  expect(kept.length).toBeGreaterThan(4);
  for (let round = 0; round < torture(200, 24); round++) {
    const path = kept[round % kept.length] as string;
    if (!fs.existsSync(path)) continue;
    const bytes = fs.readFileSync(path);
    const at = (round * 7919) % bytes.length;
    bytes[at] = (bytes[at] as number) ^ (1 << round % 8);
    fs.writeFileSync(path, round % 3 === 0 ? bytes.subarray(0, at) : bytes);
    for (const command of ['manifest-status', 'cache-status', 'guard', 'manifest-clean', 'generate']) {
      const { code, text } = await conductor(command);
      expect({ path, at, command, text, bug: code === 3 || /bug in Conductor|^\s+at /m.test(text) }).toEqual({ path, at, command, text, bug: false });
    }
    expect(produced(folder)).toEqual(whole);
  }
}, 120_000);
