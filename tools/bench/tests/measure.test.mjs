import assert from 'node:assert/strict';
import { test } from 'node:test';
import { measure } from '../src/measure.mjs';

const node = process.execPath;
const busy = 'const end = process.cpuUsage().user + 300_000; while (process.cpuUsage().user < end);';

test('the CPU seconds of descendants count', async () => {
  const parent = `require('node:child_process').spawnSync(process.execPath, ['-e', ${JSON.stringify(busy)}])`;
  const cost = await measure({ argv: [node, '-e', parent], folder: '.' });
  assert.equal(cost.exitCode, 0);
  assert.ok(cost.cpuSeconds >= 0.3, `${cost.cpuSeconds}`);
});

test('the CPU seconds of descendants count that are killed as the command ends', async () => {
  const child = `${busy} process.send('done'); setTimeout(() => {}, 60000);`;
  const parent = `const child = require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(child)}], { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] }); child.on('message', () => { child.kill('SIGKILL'); process.exit(0); });`;
  const cost = await measure({ argv: [node, '-e', parent], folder: '.' });
  assert.equal(cost.exitCode, 0);
  assert.ok(cost.cpuSeconds >= 0.3, `${cost.cpuSeconds}`);
});

test('the CPU seconds of worker threads count', async () => {
  const parent = `new (require('node:worker_threads').Worker)(${JSON.stringify(busy)}, { eval: true })`;
  const cost = await measure({ argv: [node, '-e', parent], folder: '.' });
  assert.ok(cost.cpuSeconds >= 0.3, `${cost.cpuSeconds}`);
});

test('the peak is that of the measured process', async () => {
  const small = await measure({ argv: ['true'], folder: '.' });
  const large = await measure({ argv: [node, '-e', 'Buffer.alloc(300e6, 1)'], folder: '.' });
  assert.ok(small.peakBytes < 40e6, `${small.peakBytes}`);
  assert.ok(large.peakBytes > 300e6, `${large.peakBytes}`);
});

test('what the command prints and its exit code are kept apart', async () => {
  const cost = await measure({ argv: [node, '-e', 'console.log("out"); console.error("err"); process.exit(3)'], folder: '.' });
  assert.deepEqual([cost.exitCode, cost.stdout, cost.stderr], [3, 'out\n', 'err\n']);
});

test('a command that cannot be started, or is killed, ends with what a shell would say', async () => {
  assert.equal((await measure({ argv: ['/no/such/program'], folder: '.' })).exitCode, 127);
  assert.equal((await measure({ argv: [node, '-e', 'process.kill(process.pid, "SIGTERM"); setTimeout(() => {}, 1e4)'], folder: '.' })).exitCode, 143);
});

test('a command that takes too long is stopped with its descendants', async () => {
  const parent = 'require("node:child_process").spawnSync(process.execPath, ["-e", "setTimeout(() => {}, 60000)"])';
  const cost = await measure({ argv: [node, '-e', parent], folder: '.' }, { timeoutSeconds: 1 });
  assert.equal(cost.exitCode, 124);
  assert.match(cost.stderr, /stopped after 1 s/);
});
