import { dirname } from 'node:path';
import type { Edition } from '@nx-conductor/run';

/** Put in by the build: the version in package.json, and a digest of the bundled sources. */
declare const __CONDUCTOR_VERSION__: string;
declare const __CONDUCTOR_BUILD__: string;

/** This Conductor. Its packs are looked for from its own folder, so that it works outside of any workspace too. */
export const EDITION: Edition = { version: __CONDUCTOR_VERSION__, build: __CONDUCTOR_BUILD__, home: dirname(__dirname) };
