import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLetters } from '../e2e/letters';

Object.assign(globalThis, { __CONDUCTOR_VERSION__: '9.9.9', __CONDUCTOR_BUILD__: 'test' });

const controls = Array.from({ length: 0x20 }, (_, code) => String.fromCharCode(code)).concat('\u007f', '\u0080', '\u0085', '\u009f');
const devices = ['con', 'prn', 'aux', 'nul', 'conin$', 'conout$', ...['com', 'lpt'].flatMap((port) => ['0', '1', '9', '¹', '²', '³'].map((n) => port + n))];

/** Names that lead out of the output folder, that some common file system cannot hold, or holds as another file. */
const HOSTILE: readonly string[] = [
  // Segments that climb, at the start, in the middle, at the end, and behind folders that look harmless.
  ...['..', '.', '../x', './x', '../../x', '../../../../../../../../etc/cron.d/x', 'a/..', 'a/../..', 'a/../../x', 'a/./b', 'a/b/../../../x', '.../../x', 'a/.', '../moat/x', '../spec.json', '../out-twin/x', '../out/x'],
  // Absolute, in the words of any system.
  ...['/', '//', '/x', '//x', '///etc/passwd', '/etc/passwd', '/tmp/x', 'C:', 'C:x', 'c:/x', 'Z:\\x', '//server/share/x', '\\\\server\\share\\x', '\\\\?\\C:\\x', '\\\\.\\nul', 'file:///etc/passwd'],
  // Separators of another system, empty names.
  ...['\\', 'a\\b', '..\\x', '..\\..\\x', 'a/..\\..\\x', 'a//b', 'a/', 'a//', '/a/'],
  ...controls.flatMap((control) => [`a${control}b`, `${control}x`, `x${control}`, `folder${control}/x`]),
  // What Windows forbids, drops, or takes for a device or a stream.
  ...['<', '>', ':', '"', '|', '?', '*'].flatMap((mark) => [`a${mark}b`, mark, `folder${mark}/x`]),
  ...['x.', 'x ', 'x..', 'x. .', 'folder./x', 'folder /x', ' ', '...', '. .', 'x.txt:stream', 'x::$DATA', 'CON:'],
  ...devices.flatMap((name) => [name, name.toUpperCase(), `${name}.txt`, `a/${name}`, `${name}/x`]),
  // Too long for a name or a path; half a character.
  ...['x'.repeat(256), 'é'.repeat(128), '漢'.repeat(86), `${'y'.repeat(100)}/`.repeat(30) + 'x', '\ud800', 'a\udc00b', '\udfff/x'],
  // Ours.
  ...['.conductor-staging', '.conductor-staging-1', '.conductor-staging/x', 'a/.conductor-staging-9/x'],
];

/** Names that look like trouble and are none: each is one file, at exactly that path. */
const STRANGE: readonly string[] = [
  ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'a/__proto__/b', '..x', '...x', 'x..y', '.x', '.git', '.gitignore', '~', '~root', '$HOME', '$(x)', '`x`', '%2e%2e%2fx', '%00', '-rf', '--', '&', ';', "'", '#', '!', '@', '(', '[a]', '{b}', 'a b', ' x', 'é', 'e\u0301', '漢字', '👩‍👩‍👧', '\u202etxt.exe', '\u200b', '\ufeffx', 'contour', 'com', 'com10', 'nuller.txt', '‹', 'x'.repeat(255), 'node_modules', 'conductor.json'],
];

let above: string;
let folder: string;
beforeAll(() => {
  above = fs.realpathSync(fs.mkdtempSync(join(tmpdir(), 'conductor-hostile-')));
  folder = join(above, 'ws');
  fs.mkdirSync(folder);
  createLetters(folder);
  fs.mkdirSync(join(folder, 'moat'));
  fs.writeFileSync(join(folder, 'moat', 'keep.txt'), 'kept');
  fs.writeFileSync(join(folder, '.conductor/patterns/letters/pattern.json'), JSON.stringify({ id: 'letters', outputs: [{ template: 'letter.ejs', forEach: '/letters', to: '<%= item.name %>' }] }));
  fs.writeFileSync(join(folder, '.conductor/patterns/letters/letter.ejs'), 'text of <%= item.n %>\n');
});
afterAll(() => fs.rmSync(above, { recursive: true }));

async function generate(names: readonly string[]): Promise<{ code: number; text: string }> {
  const { runCli } = await import('../src/run-cli');
  fs.writeFileSync(join(folder, 'spec.json'), JSON.stringify({ letters: names.map((name, n) => ({ name, n })) }));
  let text = '';
  const stream = { write: (chunk: string) => ((text += chunk), true) };
  const code = await runCli(['generate'], { cwd: folder, stdout: stream, stderr: stream, env: {}, isTTY: false });
  return { code, text };
}

/** Everything in and above the workspace, except what Conductor keeps for itself and the spec, which each round writes. */
function everything(): string[] {
  const entries = fs.readdirSync(above, { recursive: true, withFileTypes: true });
  return entries.map((entry) => join(entry.parentPath, entry.name).slice(folder.length)).filter((path) => !path.startsWith('/.conductor') && path !== '/spec.json').sort();
}

it('there are three hundred and more hostile names', () => {
  expect(new Set(HOSTILE).size).toBe(HOSTILE.length);
  expect(HOSTILE.length).toBeGreaterThanOrEqual(300);
});

it('every hostile name is refused by itself, told with the pattern that made it, and nothing is written anywhere', async () => {
  expect(await generate(['harmless'])).toMatchObject({ code: 0 });
  const before = everything();
  for (const name of HOSTILE) {
    const { code, text } = await generate(['harmless', name]);
    expect({ name, code, place: text.includes('.conductor/patterns/letters/pattern.json') }).toEqual({ name, code: 2, place: true });
    expect(text).not.toContain('bug in Conductor');
    expect(everything()).toEqual(before);
  }
  expect(fs.readFileSync(join(folder, 'moat', 'keep.txt'), 'utf8')).toBe('kept');
});

it('names that only look like trouble are one file each, at exactly that path, and go again', async () => {
  expect(await generate([])).toMatchObject({ code: 0 });
  const empty = everything();
  for (const name of STRANGE) {
    expect({ name, ...(await generate([name])) }).toMatchObject({ name, code: 0 });
    expect(everything().filter((path) => !empty.includes(path) && fs.statSync(folder + path).isFile())).toEqual([`/out/${name}`]);
    expect(fs.readFileSync(join(folder, 'out', name), 'utf8')).toBe('text of 0\n');
  }
  expect(await generate([])).toMatchObject({ code: 0 });
  expect(everything()).toEqual(empty);
});

it.each([
  ['the folder of an artifact', 'out/deep', 'deep/x'],
  ['a folder further up', 'out/very', 'very/deep/x'],
])('a symbolic link in place of %s is not followed', async (_, link, name) => {
  expect(await generate([name])).toMatchObject({ code: 0 });
  expect(await generate([])).toMatchObject({ code: 0 });
  fs.mkdirSync(join(folder, 'out'), { recursive: true });
  fs.symlinkSync(join(folder, 'moat'), join(folder, link));
  const { code, text } = await generate([name]);
  expect({ code, told: text.includes(link) }).toEqual({ code: 2, told: true });
  expect(fs.readdirSync(join(folder, 'moat'))).toEqual(['keep.txt']);
  fs.unlinkSync(join(folder, link));
});

it('an output folder that is a link out of the workspace is not followed', async () => {
  expect(await generate([])).toMatchObject({ code: 0 });
  fs.rmSync(join(folder, 'out'), { recursive: true, force: true });
  fs.mkdirSync(join(above, 'elsewhere'));
  fs.symlinkSync(join(above, 'elsewhere'), join(folder, 'out'));
  expect(await generate(['x'])).toMatchObject({ code: 2 });
  expect(fs.readdirSync(join(above, 'elsewhere'))).toEqual([]);
  fs.unlinkSync(join(folder, 'out'));
});

it.each([
  ['Foo', 'foo'],
  ['a/B', 'A/c'],
  ['é', 'e\u0301'],
  ['ß', 'SS'],
  ['x', 'x/y'],
  ['ſ', 's'],
  ['K', 'K'],
])('%j and %j cannot lie side by side on every disk, so neither is written', async (...names) => {
  expect(await generate([])).toMatchObject({ code: 0 });
  const before = everything();
  expect(await generate(names)).toMatchObject({ code: 2, text: expect.stringContaining(names[1] as string) });
  expect(everything()).toEqual(before);
});
