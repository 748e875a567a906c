import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileFunction } from 'node:vm';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');
const tests = join(root, 'plugins', 'rules-standard', 'tests');

/**
 * The measuring, which the tests of the packs share, compiled for this process alone: nothing of it lies on the disk that
 * could be of another day than the rules.
 *
 * @returns {typeof import('../../../plugins/rules-standard/tests/measure').measure}
 */
export function loadMeasure() {
  const require = createRequire(join(root, 'package.json'));
  const { outputFiles } = require('esbuild').buildSync({
    absWorkingDir: root,
    entryPoints: [join(tests, 'measure.ts')],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['@ast-grep/*', 'diff', 'fast-glob', 'js-yaml', 'jsonc-parser', 'zod'],
    define: { __dirname: JSON.stringify(tests) },
    logLevel: 'warning',
  });
  const module = { exports: {} };
  compileFunction(outputFiles[0].text, ['module', 'exports', 'require'])(module, module.exports, require);
  return module.exports.measure;
}
