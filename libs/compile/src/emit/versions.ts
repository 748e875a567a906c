import type { Engines } from '../records/key';
import type { Fallback } from '../request';

/** Versions of the compilers as they are installed. */
export function engineVersions(fallback: Fallback | undefined): Engines {
  return {
    'oxc-transform': (require('oxc-transform/package.json') as Package).version,
    '@swc/core': installed(() => require('@swc/core/package.json') as Package),
    ...(fallback ? { typescript: fallback.compiler.version } : {}),
  };
}

interface Package {
  readonly version: string;
}

function installed(load: () => Package): string {
  try {
    return load().version;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND') return 'absent';
    throw error;
  }
}
