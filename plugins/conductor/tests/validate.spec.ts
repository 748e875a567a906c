import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { annotationsOf } from '../src/cli/annotations';
import { run } from './command';

const ROOT = join(__dirname, '..', '..', '..');

const RULE = `id: no-shout
version: 1
kinds: [typescript]
severity: error
confidence: 0.9
message: shouts $A
help: say it quietly
rule: { pattern: 'shout($A)' }
fix: say($A)
valid: ['say(1);']
invalid: [{ code: 'shout(1);', fixed: 'say(1);' }]
`;

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'conductor rules é '));
  for (const [path, text] of Object.entries({
    'conductor.json': '{\n  "specs": [{ "adapter": "data", "path": "s.json" }],\n  "patterns": [{ "use": "p" }]\n}\n',
    's.json': '{ "items": { "a": 1 } }',
    '.conductor/patterns/p/pattern.json': JSON.stringify({ id: 'p', outputs: [{ template: 't.ejs', forEach: '/items', to: '<%= item.name %> é.ts' }] }),
    '.conductor/patterns/p/t.ejs': 'export const x = shout(<%= item.name %>);\n',
    '.conductor/rules/own.yml': RULE,
  })) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The command as it is built: files are judged in processes of their own, whose script lies beside it. */
const built = async (argv: readonly string[], env: Record<string, string> = {}) => {
  const { runCli } = require(join(ROOT, 'plugins/conductor/dist/run-cli.js')) as typeof import('../src/run-cli');
  const [stdout, stderr]: [string[], string[]] = [[], []];
  const code = await runCli(argv, { cwd: folder, env, isTTY: false, stdout: { write: (text) => void stdout.push(text) }, stderr: { write: (text) => void stderr.push(text) } });
  return { code, stdout: stdout.join(''), stderr: stderr.join('') };
};

const FINDING = { rule: 'no-shout', severity: 'error', confidence: 0.9, file: 'generated/a é.ts', line: 1, column: 18, endLine: 1, endColumn: 26, message: 'shouts a', help: 'say it quietly', fix: { start: 17, end: 25, text: 'say(a)' } } as const;

describe('conductor validate', () => {
  it('tells place, line, caret and what to do, and exits with 1; --json is one document', async () => {
    await built(['generate']);
    const text = await built(['validate']);
    expect(text).toMatchObject({ code: 1, stdout: '' });
    expect(text.stderr).toContain('error[no-shout] generated/a é.ts:1:18: shouts a\n  1 | export const x = shout(a);\n    |                  ^^^^^^^^\n  hint      say it quietly (validate --fix mends it)\n');
    const json = await built(['validate', '--json']);
    expect(JSON.parse(json.stdout)).toMatchObject({ schema: 1, command: 'validate', ok: false, files: { total: 1, judged: 0, kept: 1, approved: 0, rejected: 1, uncertain: 0 }, findings: [FINDING], outcomes: [{ file: FINDING.file, outcome: 'rejected', why: [] }], error: { code: 'rejected' } });
  });

  it('--fix mends, by conductor.json, and then all is approved', async () => {
    await built(['generate']);
    expect(await built(['validate', '--fix'])).toMatchObject({ code: 0, stdout: expect.stringContaining('1 approved of 1 file') as string });
    expect(readFileSync(join(folder, 'generated', 'a é.ts'), 'utf8')).toBe('export const x = say(a);\n');
    expect(JSON.parse(readFileSync(join(folder, 'conductor.json'), 'utf8'))).toMatchObject({ rules: { fix: ['no-shout'] } });
    expect((await built(['generate', '--check'])).code).toBe(0);
  });

  it('tells which rule changed what: --explain of validate and generate, and why, while it is so', async () => {
    await built(['generate']);
    const told = 'generated/a é.ts:1:18  mended by no-shout: "shout(a)" → "say(a)"\n';
    expect((await built(['validate', '--fix', '--check', '--explain'])).stdout).toContain(`${told}~ generated/a é.ts\nconductor.json: "rules.fix" would have no-shout\n`);
    expect((await built(['validate', '--fix', '--explain'])).stdout).toContain(told);
    expect((await built(['generate', '--force', '--explain'])).stdout).toContain(told);
    expect(JSON.parse((await built(['generate', '--force', '--json'])).stdout)).toMatchObject({ mended: [{ file: 'generated/a é.ts', rule: 'no-shout', line: 1, column: 18, before: 'shout(a)', after: 'say(a)' }] });
    expect((await built(['why', 'generated/a é.ts'])).stdout).toContain('  mended   1:18 by no-shout: "shout(a)" → "say(a)"\n');
    expect(JSON.parse((await built(['why', 'generated/a é.ts', '--json'])).stdout)).toMatchObject({ fixed: [{ rule: 'no-shout', edits: [{ line: 1, column: 18, before: 'shout(a)', after: 'say(a)' }] }] });
    writeFileSync(join(folder, '.conductor/patterns/p/t.ejs'), 'export const y = shout(<%= item.name %>);\n');
    const stale = (await built(['why', 'generated/a é.ts'])).stdout;
    expect(stale).toContain('its job runs next time');
    expect(stale).toContain('  mended   by no-shout\n');
  });

  it('writes SARIF to a file, and annotations where GitHub reads them', async () => {
    await built(['generate']);
    const { stdout, stderr } = await built(['validate', '--json', '--format', 'sarif', '--output', 'rules.sarif'], { GITHUB_ACTIONS: 'true' });
    expect(JSON.parse(stdout)).toMatchObject({ command: 'validate' });
    expect(stderr).toContain('::error file=generated/a é.ts,line=1,endLine=1,col=18,endColumn=26,title=no-shout::shouts a%0Asay it quietly\n');
    expect(JSON.parse(readFileSync(join(folder, 'rules.sarif'), 'utf8'))).toMatchObject({
      version: '2.1.0',
      runs: [{ tool: { driver: { name: 'Conductor', rules: [{ id: 'no-shout', defaultConfiguration: { level: 'error' } }] } }, results: [{ ruleId: 'no-shout', ruleIndex: 0, locations: [{ physicalLocation: { artifactLocation: { uri: 'generated/a%20%C3%A9.ts' }, region: { startLine: 1, startColumn: 18, endLine: 1, endColumn: 26 } } }] }] }],
    });
    expect(await built(['validate', '--json', '--format', 'github'])).toMatchObject({ code: 2, stderr: expect.stringContaining('--output FILE') as string });
    expect((await built(['validate', '--format', 'github'])).stdout).toMatch(/^::error file=/);
  });

  it('metrics and report tell of what was found, also when it was known before', async () => {
    await built(['generate']);
    for (const _ of ['judged', 'known']) await built(['validate']);
    const { stdout } = await built(['metrics', '--json']);
    expect(JSON.parse(stdout)).toMatchObject({ metrics: expect.arrayContaining([expect.objectContaining({ command: 'validate', findings: 2, runs: expect.objectContaining({ total: 2, failed: 2 }) as unknown })]) as unknown });
    expect((await built(['metrics', '--format', 'prometheus'])).stdout).toMatch(/conductor_findings_total\{[^}]*command="validate"[^}]*\} 2\n/);
    await built(['report', '--output', 'report.html']);
    const page = readFileSync(join(folder, 'report.html'), 'utf8').replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
    expect(page).toContain('generated/a é.ts:1 error no-shout (validate) shouts a');
    expect(page).toMatch(/validate of \S.*?: failed , 0 of 1 files judged/);
  });

  it('the gate of generate keeps it from writing, and says so', async () => {
    writeFileSync(join(folder, 'conductor.json'), readFileSync(join(folder, 'conductor.json'), 'utf8').replace('{\n', '{\n  "validate": "error",\n'));
    const { code, stdout } = await built(['generate', '--json']);
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ ok: false, error: { code: 'rejected' }, verdicts: { rejected: 1 }, findings: [FINDING] });
  });
});

describe('conductor rules', () => {
  it('list, show and test tell what there is', async () => {
    expect(JSON.parse((await run(['rules', 'list', '--json'], folder)).stdout)).toMatchObject({ command: 'rules-list', ok: true, rules: expect.arrayContaining([expect.objectContaining({ id: 'no-shout', severity: 'error', pack: null, file: '.conductor/rules/own.yml', line: 1, fix: true })]) as unknown });
    expect((await run(['rules', 'show', 'no-shout'], folder)).stdout).toContain('says        shouts $A');
    expect(await run(['rules', 'show', 'no-shuot'], folder)).toMatchObject({ code: 2, stderr: expect.stringContaining('did you mean "no-shout"?') as string });
    writeFileSync(join(folder, '.conductor', 'rules', 'blind.yml'), RULE.replace('no-shout', 'blind').replace("pattern: 'shout($A)'", "pattern: 'never($A)'"));
    expect(await built(['rules', 'test'])).toMatchObject({ code: 2, stderr: expect.stringMatching(/error\[bad-rule\] \.conductor\/rules\/blind\.yml:1.*it finds nothing in invalid example 1/) as string });
  });
});

describe('annotations', () => {
  const finding = { ...FINDING, structural: false, start: 17, end: 25, sourceLine: 'export const x = shout(a);', file: 'a,b:c%.ts', message: '100 %\nsure' };

  it('no text of a finding can be taken for a command, a property or a path', () => {
    expect(annotationsOf([finding], [])).toBe('::error file=a%2Cb%3Ac%25.ts,line=1,endLine=1,col=18,endColumn=26,title=no-shout::100 %25%0Asure%0Asay it quietly\n');
  });
});
