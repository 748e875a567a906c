import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { measure } from '../measure.mjs';
import { errorLines, nativeCompiler } from '../typecheck.mjs';

/**
 * Compiles one consumer, strictly and with the declarations themselves checked, against two sets of declarations: it
 * takes every module whole, its values and the names of its types.
 *
 * @param {string} folder of the program, whose packages the declarations may need
 * @param {Record<'ours' | 'theirs', ReadonlyMap<string, string>>} declarations by path
 * @returns {Promise<{ modules: number, errors: string[], differing: string[] }>} errors of both; and those of one of them only
 */
export async function compileConsumers(folder, declarations) {
  const modules = [...declarations.theirs.keys()].filter((path) => path.endsWith('.d.ts')).sort();
  const errors = {};
  for (const [name, files] of Object.entries(declarations)) errors[name] = await compileConsumer(join(folder, `consumer-${name}`), modules, files);
  const [ours, theirs] = [new Set(errors.ours), new Set(errors.theirs)];
  return {
    modules: modules.length,
    errors: errors.ours.filter((error) => theirs.has(error)),
    differing: [...errors.ours.filter((error) => !theirs.has(error)).map((error) => `ours: ${error}`), ...errors.theirs.filter((error) => !ours.has(error)).map((error) => `theirs: ${error}`)],
  };
}

async function compileConsumer(folder, modules, files) {
  const put = (path, text) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  for (const [path, text] of files) if (/\.d\.[cm]?ts$/.test(path)) put(path, text);
  const imports = modules.map((path, index) => `import * as module${index} from './${path.slice(0, -'.d.ts'.length)}.js';`);
  const uses = modules.map((_, index) => `export const value${index}: typeof module${index} = module${index};\nexport type Keys${index} = keyof typeof module${index};`);
  put('consumer.ts', [...imports, ...uses, ''].join('\n'));
  put('tsconfig.json', JSON.stringify({
    compilerOptions: { strict: true, noEmit: true, target: 'ES2022', lib: ['ES2023', 'DOM', 'DOM.Iterable'], module: 'ESNext', moduleResolution: 'Bundler', esModuleInterop: true, resolveJsonModule: true, types: ['node'] },
    files: ['consumer.ts'],
  }));
  const { stdout, stderr, exitCode } = await measure({ argv: [nativeCompiler(), '-p', '.', '--pretty', 'false'], folder });
  const lines = errorLines(stdout);
  if (exitCode !== 0 && lines.length === 0) throw new Error(`the consumer does not compile: ${(stderr || stdout).trim()}`);
  // Places differ with the layout of the text, so an error is told by its file and its sentence.
  return [...new Set(lines.map((line) => line.replace(/\(\d+,\d+\)/, '').replaceAll(`${folder}/`, '')))];
}
