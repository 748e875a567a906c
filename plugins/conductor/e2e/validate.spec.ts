import { once } from 'node:events';
import { createNxWorkspace, SAMPLE, type NxWorkspace } from '@nx-conductor/testkit/nx';
import { startStaying } from './staying';

const RULE = `id: no-shout
version: 1
kinds: [pet-file]
severity: error
confidence: 0.9
message: a pet shouts
help: say it quietly
text: PET
valid: [pet]
invalid: [PET]
`;

describe('nx run api:validate', () => {
  let workspace: NxWorkspace;
  beforeAll(async () => {
    workspace = await createNxWorkspace({ ...SAMPLE, '.conductor/rules/own.yml': RULE });
  });
  afterAll(() => workspace.dispose());

  it('generates, judges, and is answered by the cache of Nx until a rule or its setting changes', async () => {
    expect(await workspace.nx('run', 'api:validate')).toMatchObject({ code: 0, stdout: expect.stringContaining('2 uncertain, 0 approved of 2 files') as string });
    expect((await workspace.nx('run', 'api:validate')).stdout).toMatch(/\[(local cache|existing outputs match the cache, left as is)\]/);
    workspace.write({ 'libs/api/conductor.json': { specs: [{ adapter: 'json-schema', path: 'spec/model.json' }], patterns: [{ use: 'plain', options: { title: 'A' } }], rules: { overrides: [{ files: ['generated/pet.txt'], kinds: ['pet-file'] }] } } });
    const rejected = await workspace.nx('run', 'api:validate');
    expect(rejected.code).toBe(1);
    expect(rejected.text).toContain('error[no-shout] libs/api/generated/pet.txt:1:');
  });

  it('watches: judges the file that is saved, and that alone', async () => {
    const running = startStaying(workspace, ['validate', 'api', '--watch', '--json']);
    try {
      expect(await running.next()).toMatchObject({ ok: false, files: { total: 2, rejected: 1 } });
      workspace.write({ 'libs/api/generated/pet.txt': 'quiet\n' });
      expect(await running.next()).toMatchObject({ ok: true, files: { total: 2, judged: 1, rejected: 0 } });
      workspace.write({ 'libs/api/generated/pet.txt': 'PET\n' });
      expect(await running.next()).toMatchObject({ ok: false, files: { total: 2, rejected: 1 }, findings: [{ rule: 'no-shout' }] });
      const ended = once(running.child, 'exit');
      running.child.kill('SIGINT');
      expect(await ended).toEqual([130, null]);
      expect(running.more()).toBe(0);
    } finally {
      running.child.kill('SIGKILL');
    }
  });
});
