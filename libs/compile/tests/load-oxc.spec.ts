import { realDisk } from '@nx-conductor/host';
import { createMemoryDisk } from '@nx-conductor/testkit';
import { installedPackage, installedVersion } from '../src/emit/installed';
import { loadOxc } from '../src/emit/load-oxc';

describe('the compiler is found', () => {
  const emit = (platform: string | undefined) => loadOxc(platform).transformSync('a.ts', 'export const a: number = 1;\n', { lang: 'ts' }).code;

  it('as its library for the platform, and as its script where that is not known', () => {
    expect([emit(`${process.platform}-${process.arch}`), emit('plan9-vax'), emit(undefined)]).toEqual(Array(3).fill('export const a = 1;\n'));
  });

  it('with its version, without which nothing is known to be up to date', () => {
    expect(installedPackage('oxc-transform')?.version).toBe((require('oxc-transform/package.json') as { version: string }).version);
    expect(installedPackage('@nx-conductor/no-such-package')).toBeUndefined();
  });

  it('with the same version by a look at the disk, also where packages do not lie on it', () => {
    const { version } = installedPackage('oxc-transform') as { version: string };
    expect([realDisk, createMemoryDisk({})].map((disk) => installedVersion(disk, 'oxc-transform'))).toEqual([version, version]);
    expect(installedVersion(realDisk, '@nx-conductor/no-such-package')).toBeUndefined();
  });
});
