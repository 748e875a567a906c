import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compiledProject, run } from './command';

let folder: string;

beforeEach(() => {
  folder = compiledProject();
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const pipeline = (...options: readonly string[]) => run(['pipeline', ...options], folder);
const NO_RULES = '[PERF] validate N skipped: no rules: conductor.json has neither "validate" nor "rules"';
const perf = (stderr: string) => stderr.split('\n').filter((line) => line.startsWith('[PERF]')).map((line) => line.replace(/\d+ms/, 'N'));

describe('conductor pipeline', () => {
  it('generates, compiles and checks, with a line for each phase; then keeps everything', async () => {
    const first = await pipeline();
    expect(first.code).toBe(0);
    expect(perf(first.stderr)).toEqual(['[PERF] generate N 2 created 0 kept', NO_RULES, '[PERF] compile N 2 compiled 0 kept', '[PERF] typecheck N 2 checked 0 kept', '[PERF] total N']);
    expect(existsSync(join(folder, 'dist', 'user.d.ts'))).toBe(true);
    const second = await pipeline();
    expect(perf(second.stderr)).toEqual(['[PERF] generate N 2 kept', NO_RULES, '[PERF] compile N 2 kept', '[PERF] typecheck N 2 kept', '[PERF] total N']);
    expect(second.stdout).toContain('pipeline of generate, compile, typecheck done');
  });

  it('--json is one document with milliseconds per phase and the document of each', async () => {
    const { code, stdout } = await pipeline('--json', '--task-id', '8', '--task-name=code gen');
    expect(code).toBe(0);
    const ms = expect.any(Number) as number;
    expect(JSON.parse(stdout)).toMatchObject({
      schema: 1,
      command: 'pipeline',
      project: expect.stringContaining('conductor cli') as string,
      ok: true,
      durationMs: ms,
      task: { id: '8', name: 'code gen' },
      phases: { generate: ms, compile: ms, typecheck: ms },
      skipped: [{ phase: 'validate', reason: expect.stringContaining('no rules') as string }],
      generate: { command: 'generate', artifacts: { created: 2 } },
      compile: { command: 'compile', sources: { compiled: 2 } },
      typecheck: { command: 'typecheck', files: { total: 2, checked: 2 } },
    });
  });

  it('ends at the phase that fails, and says what was left out', async () => {
    await pipeline();
    writeFileSync(join(folder, 'generated', 'user.ts'), '// mine\n');
    const { code, stdout, stderr } = await pipeline('--json');
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ ok: false, error: { code: 'conflict' }, phases: { generate: expect.any(Number) as number }, skipped: [{ phase: 'validate', reason: 'generate failed' }, { phase: 'compile', reason: 'generate failed' }, { phase: 'typecheck', reason: 'generate failed' }] });
    expect(perf(stderr)).toEqual(['[PERF] generate N failed 1 conflicts 1 kept', '[PERF] validate N skipped: generate failed', '[PERF] compile N skipped: generate failed', '[PERF] typecheck N skipped: generate failed', '[PERF] total N']);
    writeFileSync(join(folder, 'models', 'm.yaml'), ':');
    expect((await pipeline()).code).toBe(2);
  });

  it('--check fails on what is stale and writes nothing; --dry-run tells of generate what it would do', async () => {
    expect(await pipeline('--check')).toMatchObject({ code: 1, stderr: expect.stringContaining('error[stale]') as string });
    const dry = await pipeline('--dry-run');
    expect(dry.code).toBe(0);
    expect(perf(dry.stderr)[2]).toBe('[PERF] compile N skipped: its sources would be others: 2 artifacts would change');
    expect(existsSync(join(folder, 'generated'))).toBe(false);
    await pipeline();
    expect((await pipeline('--check')).code).toBe(0);
    writeFileSync(join(folder, 'dist', 'user.js'), '');
    expect((await pipeline('--check')).code).toBe(1);
    expect(readFileSync(join(folder, 'dist', 'user.js'), 'utf8')).toBe('');
  });

  it('leaves out what was asked, and what the project has not', async () => {
    expect(perf((await pipeline('--skip', 'typecheck', '--skip=compile')).stderr)).toEqual(['[PERF] generate N 2 created 0 kept', NO_RULES, '[PERF] compile N skipped: as asked', '[PERF] typecheck N skipped: as asked', '[PERF] total N']);
    expect((await pipeline('--skip', 'lint')).stderr).toContain('--skip with one of generate, validate, compile, typecheck');
    rmSync(join(folder, 'tsconfig.json'));
    expect(perf((await pipeline()).stderr).slice(2, 4)).toEqual(['[PERF] compile N skipped: no tsconfig, or no pattern that makes TypeScript', '[PERF] typecheck N skipped: no tsconfig, or no pattern that makes TypeScript']);
  });

  it('is at its end too when nothing is left to generate, and leaves nothing of what was', async () => {
    writeFileSync(join(folder, '.conductor', 'patterns', 'entity-model', 'pattern.json'), JSON.stringify({ id: 'entity-model', accepts: 'entities', outputs: [{ template: 'model.ts.ejs', forEach: 'entities', to: 'user.ts', when: 'item.name === "User"' }] }));
    expect(perf((await pipeline()).stderr)).toEqual(['[PERF] generate N 1 created 0 kept', NO_RULES, '[PERF] compile N 1 compiled 0 kept', '[PERF] typecheck N 1 checked 0 kept', '[PERF] total N']);
    writeFileSync(join(folder, 'models', 'm.yaml'), 'entities:\n  - name: Other\n    attributes:\n      - { name: id, type: uuid, primaryKey: true }\n');
    expect(await pipeline()).toMatchObject({ code: 0, stdout: expect.stringContaining('no type errors; 0 of 0 files') as string });
    expect(readdirSync(join(folder, 'dist'))).toEqual(['.conductor-compile']);
    expect((await pipeline('--check')).code).toBe(0);
  });

  it('compiles and checks a library that was written by hand', async () => {
    mkdirSync(join(folder, 'lib', 'src'), { recursive: true });
    writeFileSync(join(folder, 'lib', 'src', 'a.ts'), 'export const a: number = "1";\n');
    writeFileSync(join(folder, 'lib', 'tsconfig.json'), '{ "compilerOptions": { "outDir": "dist", "types": [] }, "include": ["src"] }');
    const { code, stderr } = await pipeline('lib', '--parallel', '1');
    expect(code).toBe(1);
    expect(perf(stderr)).toEqual(['[PERF] generate N skipped: no conductor.json', '[PERF] validate N skipped: no conductor.json', '[PERF] compile N 1 compiled 0 kept', '[PERF] typecheck N failed 1 checked 0 kept', '[PERF] total N']);
    expect(stderr).toContain('TS2322');
  });

  it('--quiet leaves errors, --log-file has the timings all the same', async () => {
    const log = join(folder, 'logs', 'task-8.log');
    expect(await pipeline('--quiet', '--log-file', log, '--task-id', '8')).toMatchObject({ code: 0, stdout: '', stderr: '' });
    expect(readFileSync(log, 'utf8')).toMatch(/^# .* conductor pipeline .*\n(.*\n)*\[PERF\] generate \d+ms 2 created 0 kept\n(.*\n)*\[PERF\] total \d+ms\n(.*\n)*# exit 0 /);
  });

  it('--workspace says from where the project is looked for', async () => {
    expect((await run(['pipeline', '--workspace', folder], '/')).code).toBe(0);
    expect((await run(['pipeline', '.', '--workspace', join(folder, 'models')], folder)).code).toBe(2);
    expect(await run(['pipeline', folder, '--workspace', 'models/m.yaml'], folder)).toMatchObject({ code: 2, stderr: expect.stringContaining('--workspace with a folder, received "models/m.yaml"') });
  });
});
