import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { buildSync } from 'esbuild';

/** A generated client, compiled and loaded: what its `index.ts` exports. */
export interface LoadedClient {
  readonly ApiClient: new (options: object) => Readonly<Record<string, Readonly<Record<string, (request?: unknown, options?: unknown) => Promise<unknown>>>>>;
  readonly ApiError: new (...args: never) => Error & { readonly status: number; readonly body: unknown };
}

/** Bundles a generated client into one CommonJS text and runs it. */
export function loadClient(files: ReadonlyMap<string, string>): LoadedClient {
  const folder = mkdtempSync(join(tmpdir(), 'openapi-client-'));
  try {
    for (const [path, text] of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const { outputFiles } = buildSync({ entryPoints: [join(folder, 'client', 'index.ts')], bundle: true, format: 'cjs', platform: 'neutral', target: 'es2022', write: false });
    const module = { exports: {} };
    new Function('module', 'exports', (outputFiles[0] as { text: string }).text)(module, module.exports);
    return module.exports as LoadedClient;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
