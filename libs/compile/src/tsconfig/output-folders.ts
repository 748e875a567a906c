import { dirname, resolve } from 'node:path';
import type { Json } from '@nx-conductor/core';
import type { Tsconfig } from './tsconfig';

/** Where outputs go. Absolute. */
export interface OutputFolders {
  readonly outDir: string;
  readonly declarationDir: string;
}

/** The output folders of a tsconfig. `asked` wins over it; a `declarationDir` belongs to its own `outDir`. */
export function outputFolders({ path, compilerOptions }: Tsconfig, asked: string | undefined, otherwise: string): OutputFolders {
  const named = (value: Json | undefined) => (typeof value === 'string' ? resolve(dirname(path), value) : undefined);
  const outDir = asked ?? named(compilerOptions['outDir']) ?? otherwise;
  return { outDir, declarationDir: (asked === undefined ? named(compilerOptions['declarationDir']) : undefined) ?? outDir };
}
