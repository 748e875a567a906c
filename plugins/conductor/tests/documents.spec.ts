import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { COMMAND_NAMES, OPTIONS, type CommandName, type Option } from '../src/cli/options';
import type { Io } from '../src/cli/io';
import { compiledProject } from './command';

/** What every command tells scripts and people: by a table, so that a new command has to have its line in it. */
const root = join(__dirname, '..', '..', '..');
let folder: string;

beforeAll(() => {
  folder = compiledProject();
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The command as it is built, in this process. */
async function run(argv: readonly string[], outside: Partial<Io> = {}): Promise<{ code: number; stdout: string; stderr: string }> {
  const { runCli } = require(join(root, 'plugins/conductor/dist/run-cli.js')) as typeof import('../src/run-cli');
  const [stdout, stderr]: [string[], string[]] = [[], []];
  const code = await runCli(argv, { cwd: folder, env: {}, isTTY: false, stdout: { write: (text) => void stdout.push(text) }, stderr: { write: (text) => void stderr.push(text) }, ...outside });
  return { code, stdout: stdout.join(''), stderr: stderr.join('') };
}

/** How each command is called so that it succeeds, after `generate`; undefined for those that tell no document. */
const CALLS: Readonly<Record<CommandName, readonly string[] | undefined>> = {
  generate: [],
  compile: [],
  typecheck: [],
  validate: [],
  pipeline: [],
  'cache-status': [],
  'cache-verify': [],
  'cache-clean': ['--dry-run'],
  'manifest-status': [],
  'manifest-verify': [],
  'manifest-clean': [],
  'rules-list': [],
  'rules-test': [],
  'rules-show': ['no-debugger'],
  metrics: [],
  report: ['--output', 'report.html'],
  why: ['generated/user.ts'],
  doctor: [],
  completion: undefined,
  guard: undefined,
};

const TELLING = COMMAND_NAMES.filter((name) => (OPTIONS[name] as readonly Option[]).some((option) => option.name === 'json'));
const argvOf = (command: CommandName): string[] => [...command.split(/-(?=status|clean|verify|list|test|show)/), ...(CALLS[command] ?? [])];

/** The one document of standard output, on one line, with nothing around it. */
function documentIn(stdout: string): Record<string, unknown> {
  expect(stdout).toMatch(/^\{.*\}\n$/);
  return JSON.parse(stdout) as Record<string, unknown>;
}

const FRAME = { schema: 1, durationMs: expect.any(Number) as number };
const ERROR = { code: expect.stringMatching(/^[a-z-]+$/) as string, message: expect.stringMatching(/./) as string };

it('the table has every command, and every command that works tells a document', () => {
  expect(Object.keys(CALLS)).toEqual(COMMAND_NAMES);
  expect(COMMAND_NAMES.filter((name) => CALLS[name] !== undefined)).toEqual(TELLING);
});

describe('--json', () => {
  it.each(TELLING)('%s, done: one document, and no word on standard error but timings', async (command) => {
    const { code, stdout, stderr } = await run([...argvOf(command), '--json']);
    expect({ code, stderr: stderr.replace(/^\[PERF\].*\n/gm, '') }).toEqual({ code: 0, stderr: '' });
    const document = documentIn(stdout);
    expect(document).toMatchObject({ ...FRAME, command, ok: true });
    expect(Object.keys(document).slice(0, 2)).toEqual(['schema', 'command']);
    expect(document).toHaveProperty('project');
    expect(document).not.toHaveProperty('error');
  });

  it.each(TELLING)('%s, used wrongly: 2, the same document with the error, and the error for people', async (command) => {
    for (const wrong of [['--no-such-option'], ['one', 'two', 'three'], ['--log-file']]) {
      const { code, stdout, stderr } = await run([...argvOf(command), ...wrong, '--json']);
      expect({ wrong, code, stderr }).toEqual({ wrong, code: 2, stderr: expect.stringMatching(/^error\[usage\] /) as string });
      expect(documentIn(stdout)).toEqual({ ...FRAME, command, project: null, ok: false, error: { ...ERROR, code: 'usage', expected: expect.any(String) as string, received: expect.any(String) as string, hint: expect.any(String) as string } });
    }
  });

  it.each(TELLING)('%s, where its place is not what it should be: never 0 or 3, one document', async (command) => {
    const { code, stdout, stderr } = await run([command, command === 'rules-show' ? 'no-such-rule' : 'no-such-place', '--json']);
    const document = documentIn(stdout);
    // What is of the whole workspace, or of records, is there wherever one asks.
    if (code === 0) expect(document).toMatchObject({ ...FRAME, command, ok: true });
    else {
      expect([1, 2]).toContain(code);
      expect(document).toMatchObject({ ...FRAME, command, ok: false, error: ERROR });
      expect(stderr).toContain(`error[${(document['error'] as { code: string }).code}]`);
    }
  });

  it.each(TELLING)('%s, with a bug: 3, and a document all the same', async (command) => {
    const { code, stdout, stderr } = await run([...argvOf(command), '--json'], { cwd: undefined as never });
    expect({ code, stderr }).toEqual({ code: 3, stderr: expect.stringContaining('This is a bug in Conductor') as string });
    expect(documentIn(stdout)).toMatchObject({ ...FRAME, command, ok: false, error: { code: 'bug', message: expect.any(String) as string } });
  });

  it.each([['no-such-command', 'no-such-command'], ['cache', 'cache'], ['cache no-such-verb', 'cache'], ['completion bash', 'completion'], ['guard', 'guard'], ['generate --parallel 0', 'generate'], ['--parallel 0 generate', 'generate'], ['', '']])('of %j, which is no call: 2, and one document', async (line, command) => {
    const { code, stdout } = await run([...line.split(' ').filter(Boolean), '--json']);
    expect(code).toBe(2);
    expect(documentIn(stdout)).toMatchObject({ ...FRAME, command, project: null, ok: false, error: { ...ERROR, code: 'usage' } });
  });
});

describe('what was found', () => {
  const broken = (path: string, text: string, argv: string[]) => ({ path, text, argv });
  it.each<[string, ReturnType<typeof broken>, number, string]>([
    ['a conflict', broken('generated/user.ts', '// mine\n', ['generate', '--force']), 1, 'conflict'],
    ['an edited artifact', broken('generated/user.ts', '// mine\n', ['manifest-verify']), 1, 'conflict'],
    ['stale code', broken('models/m.yaml', 'entities:\n  - name: Other\n    attributes:\n      - { name: id, type: uuid, primaryKey: true }\n', ['generate', '--check']), 1, 'stale'],
    ['a phase of a pipeline', broken('generated/user.ts', '// mine\n', ['pipeline', '--force']), 1, 'conflict'],
    ['a type error', broken('tsconfig.json', '{"compilerOptions":{"strict":true,"types":["no-such-types"],"rootDir":"generated","outDir":"dist"},"include":["generated"]}', ['typecheck', '--force']), 1, 'typecheck-failed'],
    ['a broken spec', broken('models/m.yaml', ':\n', ['generate']), 2, 'invalid-value'],
    ['a broken configuration', broken('conductor.json', '{', ['pipeline']), 2, 'syntax'],
    ['a broken tsconfig', broken('tsconfig.json', '{', ['compile']), 2, 'syntax'],
    ['a broken rule', broken('.conductor/rules/r.yml', 'id: x\n', ['rules-test']), 2, 'invalid-value'],
  ])('%s: exit code and error of the document agree', async (_, { path, text, argv }, code, error) => {
    const own = compiledProject();
    try {
      expect((await run(['pipeline'], { cwd: own })).code).toBe(0);
      mkdirSync(join(own, path, '..'), { recursive: true });
      writeFileSync(join(own, path), text);
      const told = await run([...argv, '--json'], { cwd: own });
      expect({ code: told.code, error: (documentIn(told.stdout)['error'] as { code?: string } | undefined)?.code, stderr: told.stderr }).toEqual({ code, error, stderr: expect.stringContaining(`error[${error}]`) as string });
    } finally {
      rmSync(own, { recursive: true, force: true });
    }
  });
});

describe('colour and movement', () => {
  const WATCHED = { isTTY: true, stderrIsTTY: true };

  it.each(TELLING)('%s: no escape code where nobody looks, in CI, on a dumb terminal, with NO_COLOR', async (command) => {
    for (const outside of [{}, { ...WATCHED, env: { CI: 'true' } }, { ...WATCHED, env: { TERM: 'dumb' } }, { isTTY: true, env: { NO_COLOR: '1' } }]) {
      for (const argv of [argvOf(command), [...argvOf(command), '--no-such-option'], [command, 'no-such-place']]) {
        const { stdout, stderr } = await run(argv, outside);
        const escapes = ['\u001b', '\r'].filter((each) => (stdout + stderr).includes(each));
        expect({ argv, outside, escapes }).toEqual({ argv, outside, escapes: [] });
      }
    }
  });

  it('there is colour on a terminal, so that the absence of it says something', async () => {
    expect((await run(['generate', '--force'], { isTTY: true })).stdout).toContain('\u001b[32m✓');
    expect((await run(['generate', '--no-such-option'], { isTTY: true })).stderr).toContain('\u001b[31merror[usage]');
  });
});
