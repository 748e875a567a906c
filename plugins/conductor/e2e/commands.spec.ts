import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ended, start } from './letters';

/** A project that runs a script of Node's over text files: a name in capitals, or what the text tells it to do. */
const SCRIPT = `
const { readFileSync, writeFileSync } = require('node:fs');
const { spawn } = require('node:child_process');
const [file, out] = process.argv.slice(2);
const text = readFileSync(file, 'utf8');
console.log('working on ' + file);
if (text.startsWith('fail')) { console.error('cannot do ' + file); process.exitCode = 4; }
else if (text.startsWith('hang')) {
  const child = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)'], { stdio: 'inherit' });
  writeFileSync(text.slice(5), process.pid + ' ' + child.pid + ' ' + process.cwd());
  setTimeout(() => {}, 60000);
} else writeFileSync(out + '/loud.txt', text.toUpperCase());
`;

let folder: string;
const at = (...parts: string[]) => join(folder, ...parts);
const source = (name: string, text: string) => writeFileSync(at('src', `${name}.txt`), text);

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'conductor commands é ')));
  mkdirSync(at('src'));
  mkdirSync(at('.conductor', 'patterns', 'loud'), { recursive: true });
  writeFileSync(at('conductor.json'), JSON.stringify({ specs: [{ adapter: 'files', path: 'src/*.txt' }], patterns: [{ use: 'loud' }], output: 'out' }));
  pattern({});
  writeFileSync(at('.conductor', 'patterns', 'loud', 'loud.cjs'), SCRIPT);
  for (const name of ['a', 'b', 'c']) source(name, `text of ${name}`);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function pattern(rule: object): void {
  writeFileSync(at('.conductor', 'patterns', 'loud', 'pattern.json'), JSON.stringify({ id: 'loud', outputs: [{ run: ['node', '{pattern}/loud.cjs', '{item.file}', '{out}'], forEach: 'files', to: '<%= item.name %>', ...rule }] }));
}

const generate = (...args: string[]) => ended(start(folder, ['generate', ...args]));
const made = () => (existsSync(at('out')) ? readdirSync(at('out'), { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.txt')).sort() : []);

it('commands of the real command: made, kept, made again for one change, removed, and told when they fail', async () => {
  expect(await generate()).toMatchObject({ code: 0, text: expect.stringContaining('3 of 3 jobs ran') });
  expect(readFileSync(at('out', 'b', 'loud.txt'), 'utf8')).toBe('TEXT OF B');
  expect(await generate()).toMatchObject({ code: 0, text: expect.stringContaining('0 of 3 jobs ran') });
  source('b', 'another');
  rmSync(at('src', 'c.txt'));
  expect(await generate('--explain')).toMatchObject({ code: 0, text: expect.stringMatching(/file src\/b\.txt: [0-9a-f]{12} → [0-9a-f]{12}[^]*1 of 2 jobs ran/) });
  expect(made()).toEqual(['a/loud.txt', 'b/loud.txt']);
  source('d', 'fail');
  const failed = await generate();
  expect(failed.code).toBe(1);
  expect(failed.text).toMatch(/command-failed[^]*files src\/d\.txt: exit code 4[^]*working on src\/d\.txt\s+cannot do src\/d\.txt/);
  const log = /all that it said is in (\S+\.log)/.exec(failed.text)?.[1] ?? 'no log';
  expect(readFileSync(at(log), 'utf8').split('\n').filter(Boolean).sort()).toEqual(['cannot do src/d.txt', 'working on src/d.txt']);
  expect(made()).toEqual(['a/loud.txt', 'b/loud.txt']);
  pattern({ run: ['no-such-program', '{out}'] });
  expect(await generate()).toMatchObject({ code: 2, text: expect.stringContaining('no-such-program') });
});

/** True while there is a process that does something. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return process.platform !== 'linux' || !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

/** What a hanging command said of itself: its process, the one that it started, its folder. */
async function hanging(): Promise<{ readonly pids: readonly number[]; readonly cwd: string }> {
  while (!existsSync(at('pids')) || readFileSync(at('pids'), 'utf8').split(' ').length < 3) await sleep(20);
  const [own, child, ...cwd] = readFileSync(at('pids'), 'utf8').split(' ');
  return { pids: [Number(own), Number(child)], cwd: cwd.join(' ') };
}

async function gone(pids: readonly number[]): Promise<boolean> {
  for (let tries = 0; tries < 200 && pids.some(isAlive); tries++) await sleep(20);
  return !pids.some(isAlive);
}

it.each(['SIGINT', 'SIGTERM'] as const)('%s ends all that a command started, its folder goes, and nothing is written', async (signal) => {
  source('b', `hang ${at('pids')}`);
  const child = start(folder);
  const end = ended(child);
  const { pids, cwd } = await hanging();
  child.kill(signal);
  expect(await end).toMatchObject({ code: 130 });
  expect(await gone(pids)).toBe(true);
  expect({ scratch: existsSync(cwd), made: made() }).toEqual({ scratch: false, made: [] });
});

it('bytes in, bytes out: a file that is no text is taken as it is, left as it is, and restored from the store', async () => {
  const bytes = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 255, 254, 13, 10]);
  rmSync(at('src'), { recursive: true });
  mkdirSync(at('src'));
  writeFileSync(at('src', 'a.txt'), bytes);
  pattern({ run: ['node', '-e', "const fs = require('node:fs'); fs.writeFileSync(process.argv[2] + '/twice.png', Buffer.concat([fs.readFileSync(process.argv[1]), fs.readFileSync(process.argv[1])])); fs.writeFileSync(process.argv[2] + '/empty', '')", '{item.file}', '{out}'] });
  expect(await generate()).toMatchObject({ code: 0, text: expect.stringContaining('2 created') });
  expect(readFileSync(at('out', 'a', 'twice.png')).equals(Buffer.concat([bytes, bytes]))).toBe(true);
  expect(readFileSync(at('out', 'a', 'empty')).length).toBe(0);
  rmSync(at('out'), { recursive: true });
  const again = JSON.parse((await generate('--json', '--profile', at('trace.json'))).text) as { artifacts: object };
  expect(again).toMatchObject({ artifacts: { created: 2, bytes: 18 } });
  expect(readFileSync(at('trace.json'), 'utf8')).toContain('"stored":true');
  expect(readFileSync(at('out', 'a', 'twice.png')).equals(Buffer.concat([bytes, bytes]))).toBe(true);
  writeFileSync(at('out', 'a', 'twice.png'), Buffer.concat([bytes, Buffer.from([1])]));
  expect(await generate('--check')).toMatchObject({ code: 1, text: expect.stringContaining('no texts: 10 bytes → 18 bytes') });
});

it('a command that takes longer than its timeout is ended with all that it started', async () => {
  source('b', `hang ${at('pids')}`);
  pattern({ timeout: 3 });
  expect(await generate()).toMatchObject({ code: 1, text: expect.stringContaining('it was ended after 3 s') });
  const { pids, cwd } = await hanging();
  expect(await gone(pids)).toBe(true);
  expect({ scratch: existsSync(cwd), made: made() }).toEqual({ scratch: false, made: [] });
});

it('the first failure ends the commands that still run', async () => {
  source('a', `hang ${at('pids')}`);
  source('c', 'fail');
  expect(await generate('--parallel', '2')).toMatchObject({ code: 1, text: expect.stringContaining('exit code 4') });
  if (existsSync(at('pids'))) expect(await gone((await hanging()).pids)).toBe(true);
  expect(made()).toEqual([]);
});

it('a module in TypeScript, with all that it imports: each of them counts', async () => {
  const put = (path: string, text: string) => writeFileSync(at('.conductor', 'patterns', 'loud', path), text);
  mkdirSync(at('shared'));
  writeFileSync(at('shared', 'mark.ts'), "export const MARK: string = '!';\n");
  put('pattern.json', JSON.stringify({ id: 'loud', outputs: [{ module: 'make.ts', forEach: 'files', to: '<%= item.name %>' }] }));
  put('words.ts', "export type Word = string;\nexport const loud = (word: Word): Word => word.toUpperCase();\n");
  put('make.ts', `
import { loud, type Word } from './words';
import { MARK } from '../../../shared/mark';
interface Source { readonly name: string; readonly text: Word }
export default (item: Source) => [{ path: 'loud.txt', content: loud(item.text) + MARK }, { path: 'name.txt', content: item.name satisfies Word }];
`);
  expect(await generate()).toMatchObject({ code: 0, text: expect.stringContaining('3 of 3 jobs ran') });
  expect(readFileSync(at('out', 'c', 'loud.txt'), 'utf8')).toBe('TEXT OF C!');
  expect(made()).toHaveLength(6);
  expect(await generate()).toMatchObject({ code: 0, text: expect.stringContaining('0 of 3 jobs ran') });
  writeFileSync(at('shared', 'mark.ts'), "export const MARK: string = '?';\n");
  expect(await generate('--explain')).toMatchObject({ code: 0, text: expect.stringMatching(/module make\.ts: [^]*3 of 3 jobs ran/) });
  expect(readFileSync(at('out', 'c', 'loud.txt'), 'utf8')).toBe('TEXT OF C?');
  put('words.ts', 'export const loud = (: string;\n');
  expect(await generate()).toMatchObject({ code: 2, text: expect.stringContaining('make.ts') });
});
