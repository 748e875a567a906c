import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';

/** A line that begins the text of a module. */
const start = '=== ';
const asCommonJs = /\.cjs$/;

/**
 * What each of some modules exports when Node runs it, as a text: names, values, getters, classes. Modules that were
 * emitted differently and mean the same give the same text.
 *
 * @param {ReadonlyMap<string, string>} outputs by path; what is no code is there to be imported
 * @param {{ commonJs: boolean }} kind what `.js` is
 * @returns {Promise<Record<string, string>>} texts by path
 */
export async function observe(outputs, { commonJs }) {
  const folder = mkdtempSync(join(tmpdir(), 'conductor-same-meaning-'));
  try {
    for (const [path, text] of outputs) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ type: commonJs ? 'commonjs' : 'module' }));
    const modules = [...outputs.keys()].filter((path) => /\.[cm]?js$/.test(path)).sort();
    const required = modules.filter((path) => asCommonJs.test(path) || (commonJs && path.endsWith('.js')));
    const bundled = modules.filter((path) => !required.includes(path));
    writeFileSync(join(folder, 'required.cjs'), `${printer}\n${required.map((path) => `print(${JSON.stringify(path)}, require('./${path}'));`).join('\n')}`);
    await bundle(folder, bundled);
    const printed = ['required.cjs', 'bundled.mjs'].map((file) => execFileSync(process.execPath, [join(folder, file)], { encoding: 'utf8', stdio: 'pipe' }));
    return Object.fromEntries(printed.join('').split(start).slice(1).map((text) => text.split(/\n([^]*)/)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** ES modules are bundled first: what TypeScript emits may name a file without its ending, which bundlers find and Node does not. */
async function bundle(folder, modules) {
  const imports = modules.map((path, index) => `import * as module${index} from './${path}';`);
  const prints = modules.map((path, index) => `print(${JSON.stringify(path)}, module${index});`);
  const contents = [...imports, printer.replace(/^.*require.*$/m, "import { inspect } from 'node:util';"), ...prints].join('\n');
  await build({ stdin: { contents, resolveDir: folder }, bundle: true, platform: 'node', format: 'esm', keepNames: true, outfile: join(folder, 'bundled.mjs'), logLevel: 'silent' });
}

/** Own names and their order are part of it; whether a member can be listed is, too. */
const printer = `
const { inspect } = require('node:util');
function print(path, exported) {
  console.log(${JSON.stringify(start)} + path);
  console.log(typeof exported, Object.keys(exported).sort().join());
  for (const name of Object.keys(exported).sort()) {
    const value = exported[name];
    console.log(' ', name, inspect(value, { depth: 8, getters: true, breakLength: Infinity, maxArrayLength: null }), typeof value === 'function' || (typeof value === 'object' && value !== null) ? membersOf(value) : '');
  }
}
function membersOf(value) {
  const describe = (object) => Reflect.ownKeys(object).filter((key) => key !== 'length').map((key) => {
    const { enumerable, writable, get, set } = Object.getOwnPropertyDescriptor(object, key);
    return String(key) + (enumerable ? ' enumerable' : '') + (writable ? ' writable' : '') + (get ? ' get' : '') + (set ? ' set' : '');
  }).sort().join('; ');
  return describe(value) + (typeof value === 'function' && value.prototype ? ' / ' + describe(value.prototype) : '');
}`;
