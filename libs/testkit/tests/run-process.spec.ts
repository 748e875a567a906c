import { runProcess } from '@nx-conductor/testkit/nx';

const run = (code: string, env: Record<string, string> = {}) => runProcess(process.execPath, ['-e', code], process.cwd(), env);

describe('runProcess', () => {
  it('tells exit code and both streams apart, and never rejects', async () => {
    const ran = await run(`process.stdout.write('out'); process.stderr.write('err'); process.exitCode = 7;`);
    expect(ran).toEqual({ code: 7, stdout: 'out', stderr: 'err', text: 'outerr' });
    expect((await runProcess('/no/such/program', [], process.cwd(), {})).code).not.toBe(0);
  });

  it('closes the environment and standard input', async () => {
    process.env['CONDUCTOR_LEAK'] = 'leaked';
    try {
      const ran = await run(`process.stdin.on('end', () => console.log(JSON.stringify(process.env))).resume();`, { ONLY: 'this' });
      expect(JSON.parse(ran.stdout)).toMatchObject({ ONLY: 'this' });
      expect(ran.stdout).not.toContain('leaked');
    } finally {
      delete process.env['CONDUCTOR_LEAK'];
    }
  });

  it('tells a death by signal from an exit code', async () => {
    expect((await run(`process.kill(process.pid, 'SIGKILL')`)).code).toBe(-1);
  });
});
