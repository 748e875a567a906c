import { createNxWorkspace, SAMPLE, type NxWorkspace } from '@nx-conductor/testkit/nx';

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
});
