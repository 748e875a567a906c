import { codeOfError, installedPackage } from './installed';

export type Oxc = typeof import('oxc-transform');

/**
 * Loads oxc. Its script does nothing but find the library for the platform, which takes several times as long as loading
 * that: it is loaded by itself where it is the one that the script would find, in the same version. `platform` is the
 * operating system and processor, such as `linux-x64`; undefined to leave all to the script.
 */
export function loadOxc(platform: string | undefined): Oxc {
  const known = loaded.get(platform);
  if (known) return known;
  const oxc = (platform === undefined ? undefined : loadLibrary(platform)) ?? (require('oxc-transform') as Oxc);
  loaded.set(platform, oxc);
  return oxc;
}

/** As Node.js keeps what it has loaded; finding it again takes longer than translating a source. */
const loaded = new Map<string | undefined, Oxc>();

function loadLibrary(platform: string): Oxc | undefined {
  const script = installedPackage('oxc-transform');
  if (!script) return undefined;
  const { createRequire } = require('node:module') as typeof import('node:module');
  const load = createRequire(script.path);
  for (const library of librariesFor(platform)) {
    try {
      const { version } = load(`${library}/package.json`) as { readonly version: string };
      if (version === script.version) return load(library) as Oxc;
    } catch (error) {
      // Not installed; or, where there are two, not for this C library.
      if (!['MODULE_NOT_FOUND', 'ERR_DLOPEN_FAILED'].includes(String(codeOfError(error)))) throw error;
    }
  }
  return undefined;
}

/** Packages that can hold the library for a platform, by the C library they are for. */
function librariesFor(platform: string): string[] {
  const endings = platform.startsWith('linux-') ? ['-gnu', '-musl'] : platform.startsWith('win32-') ? ['-msvc'] : [''];
  return endings.map((ending) => `@oxc-transform/binding-${platform}${ending}`);
}
