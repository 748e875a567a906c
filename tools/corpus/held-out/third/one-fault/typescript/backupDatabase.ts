import { execSync } from 'node:child_process';
import { statSync } from 'node:fs';

/** Where a backup was put. */
export interface Backup {
  file: string;
  bytes: number;
}

/** Dumps one tenant's database to a file of the folder. */
export function backupDatabase(tenant: string, folder: string, now: Date = new Date()): Backup {
  const stamp = now.toISOString().slice(0, 10);
  const file = `${folder}/${tenant}-${stamp}.sql.gz`;
  execSync(`pg_dump --no-owner tenant_${tenant} | gzip > ${file}`, { stdio: 'inherit' });
  return { file, bytes: statSync(file).size };
}
