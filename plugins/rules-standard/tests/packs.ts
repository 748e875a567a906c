import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { byCodeUnit } from '@nx-conductor/core';
import { readRules, type Catalogue } from '@nx-conductor/check';

const RULES = join(__dirname, '..', 'rules');

/** All rules of this package, as a run reads them. */
export function standardRules(): Catalogue {
  const packs = readdirSync(RULES).sort(byCodeUnit);
  return readRules(packs.flatMap((pack) => readdirSync(join(RULES, pack)).sort(byCodeUnit).map((name) => ({ file: `rules/${pack}/${name}`, text: readFileSync(join(RULES, pack, name), 'utf8'), pack }))));
}
