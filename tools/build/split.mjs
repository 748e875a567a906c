import { Buffer } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { transform } from 'esbuild';

/**
 * Modules that sources load by a literal `import()`, by the chunk in which they lie with all that only they need: a run
 * that needs one of them loads one file more, and a run of generate in which nothing changed loads none of it.
 */
const CHUNKS = {
  later: ['libs/run/src/generate/patterns.ts', 'libs/run/src/generate/regenerate.ts', 'plugins/conductor/src/cli/later.ts'],
  generating: ['plugins/conductor/src/cli/generate.ts'],
  compiling: ['plugins/conductor/src/cli/compile.ts'],
  typechecking: ['plugins/conductor/src/cli/typecheck.ts'],
  pipelining: ['plugins/conductor/src/cli/pipeline.ts'],
  staying: ['plugins/conductor/src/cli/watch-pipeline.ts'],
  validating: ['plugins/conductor/src/cli/validating.ts', 'libs/run/src/validate/fix-project.ts', 'libs/run/src/pipeline/judge-phase.ts'],
  helping: ['plugins/conductor/src/cli/helping.ts'],
};

/** Schemas, loaded for a text that was not seen before. Bundles of their own: bundled, a `require` would keep all that they import from being split. */
export const SCHEMAS = { 'config-schema': 'libs/run/src/config/schema.ts', 'pattern-schema': 'libs/generate/src/pattern/schema.ts', 'rule-schema': 'libs/check/src/rule/schema.ts' };

/** Gives every literal `import()` of a source the one module that exports what all of its chunk in {@link CHUNKS} export. */
export function loadLaterFromOne(root) {
  return {
    name: 'later-from-one',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^\./ }, ({ kind, path, resolveDir }) => {
        if (kind !== 'dynamic-import') return undefined;
        const target = `${relative(root, join(resolveDir, path)).replaceAll('\\', '/')}.ts`;
        const chunk = Object.keys(CHUNKS).find((name) => CHUNKS[name].includes(target));
        return chunk === undefined ? { errors: [{ text: `expected one of ${Object.values(CHUNKS).flat().join(', ')} in tools/build/split.mjs, received ${target}` }] } : { path: chunk, namespace: 'later' };
      });
      onLoad({ filter: /./, namespace: 'later' }, ({ path: chunk }) => ({ contents: CHUNKS[chunk].map((path) => `export * from ${JSON.stringify(join(root, path))};`).join('\n'), resolveDir: root }));
    },
  };
}

/**
 * Keeps what is loaded later out of bundles that stand alone and never load it: bundled, such an `import()` would defer
 * every module it shares with the rest, and esbuild forgets to start some of them.
 */
export function withoutLater() {
  return {
    name: 'without-later',
    setup({ onResolve }) {
      onResolve({ filter: /^\./ }, ({ kind }) => (kind === 'dynamic-import' ? { path: NEVER, external: true } : undefined));
    },
  };
}

/** Must not be left in any bundle. */
const NEVER = '#never';

/**
 * Reads what an index file exports by name as `export *`. For whoever imports such a name esbuild would load everything
 * that the index leads to, and with it put nearly all into the chunk that every run loads.
 */
export function indexesOpen() {
  return {
    name: 'indexes-open',
    setup({ onLoad }) {
      onLoad({ filter: /[\\/]libs[\\/][^\\/]+[\\/]src[\\/]index\.ts$/ }, ({ path }) => ({
        contents: readFileSync(path, 'utf8').replace(/^export \{[^}]*\} from /gm, 'export * from '),
        loader: 'ts',
      }));
    },
  };
}

/** Stands for the folder of the bundles in what they import, until it is known where each of them lies. */
const HERE = '#dist/';

/** Leaves the schemas out of the other bundles. */
export function schemasApart(root) {
  return {
    name: 'schemas-apart',
    setup({ onResolve }) {
      onResolve({ filter: /\/schema$/ }, ({ kind, path, resolveDir }) => {
        const target = `${relative(root, join(resolveDir, path)).replaceAll('\\', '/')}.ts`;
        const schema = Object.entries(SCHEMAS).find(([, each]) => each === target);
        return kind === 'require-call' && schema ? { path: `${HERE}${schema[0]}.js`, external: true } : undefined;
      });
    },
  };
}

/** esbuild's copy of what a chunk exports, property by property, behind a second getter each: it is for exports that can be replaced, and these cannot. */
function withoutCopy(code) {
  const copied = 'module.exports = __toCommonJS(stdin_exports);';
  if (!code.includes(copied)) throw new Error(`expected ${copied} of esbuild, in ${code.slice(0, 200)}`);
  return code.replace(copied, 'module.exports = __defProp(stdin_exports, "__esModule", { value: true });');
}

/** The files as CommonJS: chunks come as ES modules, because only these can be split. Their `import()` is that of who runs them where that is `runWithKeptCode`. */
export async function asCommonJs(files, folder) {
  return Promise.all(
    files.map(async ({ path, text }) => {
      const here = `./${relative(dirname(path), folder)}`.replace(/\/?$/, '/').replaceAll('\\', '/').replace('./..', '..');
      if (text.includes(`"${NEVER}"`)) throw new Error(`${path} loads a module later that it does not hold`);
      const placed = text.replaceAll(`"${HERE}`, `"${here}`);
      if (!/^(?:import|export)\b/m.test(text)) return { path, content: Buffer.from(placed) };
      // A native `import()` of a chunk would start the loader of ES modules for nothing.
      const required = placed.replace(/\bimport\(("\.\/[^"]+")\)/g, 'Promise.resolve().then(() => require($1))');
      const { code } = await transform(required, { format: 'cjs', platform: 'node', target: 'node20', legalComments: 'none' });
      return { path, content: Buffer.from(withoutCopy(code).replace(/\bimport\((?=["(])/g, '(require.importNow ?? ((path) => import(path)))(')) };
    }),
  );
}
