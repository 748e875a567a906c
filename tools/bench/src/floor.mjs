import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const files = 1000;
const content = 'x'.repeat(2500);

/**
 * What this machine's file system asks for new files, whoever writes them: the floor under every cold run that makes
 * many. It differs by a factor of fifty between disks, so no figure of such a run can be read without it.
 *
 * @param {string} folder scratch space on the disk that the runs use
 * @returns {{ files: number, bytesEach: number, cpuSeconds: number, wallSeconds: number }}
 */
export function priceOfNewFiles(folder) {
  const place = mkdtempSync(join(folder, 'floor-'));
  try {
    const before = process.cpuUsage();
    const start = performance.now();
    for (let index = 0; index < files; index += 1) writeFileSync(join(place, `${index}.ts`), content);
    const wallSeconds = (performance.now() - start) / 1000;
    const { user, system } = process.cpuUsage(before);
    return { files, bytesEach: content.length, cpuSeconds: (user + system) / 1e6, wallSeconds };
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}
