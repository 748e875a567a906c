import { join } from 'node:path';
import { DiskError } from '@nx-conductor/core';
import type { Machine } from '../host';
import type { Project } from '../project/project';
import { cacheStatus } from '../status/cache-status';
import { good, warning, type Check } from './check';

/** Whether the store can be written and holds what was written. */
export function checkStore(machine: Machine, project: Project): Check[] {
  const folder = join(project.conductor, 'cache');
  try {
    if (!machine.disk.stat(folder)) return [good('store', 'empty')];
    const probe = join(folder, 'doctor.probe');
    machine.disk.write(probe, '');
    machine.disk.remove(probe);
    const { entries, bytes, hitRate, damaged = [] } = cacheStatus(machine, project, true);
    if (damaged.length > 0) return [warning('store', `${damaged.length} damaged entries were removed`, 'what they held is made again; when this comes back, look at the disk')];
    return [good('store', `${entries} entries, all sound, ${(bytes / 1_000_000).toFixed(1)} MB${hitRate === null ? '' : `, hit rate ${(hitRate * 100).toFixed(1)} %`}`)];
  } catch (error) {
    if (!(error instanceof DiskError)) throw error;
    return [warning('store', `cannot ${error.operation} ${project.shown(error.path)}: ${error.errno}`, 'every run does all of its work as long as nothing can be kept')];
  }
}
