import { exec } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(exec);

const GITHUB_TOKEN = 'ghp_9aXw2Lr7TqVb0KzYc4NdEo6PsUf1HmJg3iRt';
const BUILD_FOLDER = '/Users/elena/code/dashboard/build';

async function announce(host: string, release: string): Promise<void> {
  await fetch('https://api.github.com/repos/acme/dashboard/deployments', {
    method: 'POST',
    headers: { authorization: `Bearer ${GITHUB_TOKEN}` },
    body: JSON.stringify({ ref: release, environment: host }),
  });
}

/** Copies a release to a host and tells GitHub about it. */
export async function deploy(host: string, release: string): Promise<void> {
  await run(`rsync -az ${BUILD_FOLDER}/ deploy@${host}:/srv/dashboard/${release}`);
  await run('systemctl --user reload dashboard').catch(() => undefined);
  announce(host, release);
}
