import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import ts from 'typescript';
import { constEnumsOf } from './const-enums.mjs';

/**
 * What TypeScript itself emits for a project, with everything that the checker knows: the meaning that ours is held
 * against.
 *
 * @param {string} configFile absolute path of a tsconfig.json
 * @returns {{ sources: string[], rootDir: string, outDir: string, outputs: Map<string, string>, errors: string[],
 *   facts: import('./canonical.mjs').Facts }} paths are relative to the
 *   folder of the tsconfig; `errors` is what was wrong with the sources, and stops no output
 */
export function emitWithTypeScript(configFile) {
  const root = dirname(configFile);
  const { config, error } = ts.readConfigFile(configFile, ts.sys.readFile);
  const parsed = ts.parseJsonConfigFileContent(config ?? {}, ts.sys, root, { noEmitOnError: false, incremental: false, composite: false });
  const program = ts.createProgram({ rootNames: parsed.fileNames, options: parsed.options });
  const outputs = new Map();
  const { diagnostics } = program.emit(undefined, (path, text) => outputs.set(relative(root, path), text));
  const all = [...(error ? [error] : []), ...parsed.errors, ...diagnostics, ...ts.getPreEmitDiagnostics(program)];
  const errors = all.filter(({ category }) => category === ts.DiagnosticCategory.Error).map((each) => sentence(each, root));
  return {
    sources: parsed.fileNames.map((path) => relative(root, path)).filter((path) => !/\.d\.[cm]?ts$/.test(path)).sort(),
    rootDir: relative(root, parsed.options.rootDir ?? root),
    outDir: relative(root, parsed.options.outDir ?? root),
    outputs,
    errors: [...new Set(errors)],
    facts: { constEnums: constEnumsOf(program), verbatimModuleSyntax: parsed.options.verbatimModuleSyntax === true },
  };
}

/**
 * The same by another edition of TypeScript, as a process.
 *
 * @param {string} configFile
 * @param {string} executable
 * @param {string} outDir relative to the folder of the tsconfig, for the paths of the outputs
 * @returns {Map<string, string>} outputs by path
 */
export function emitWithExecutable(configFile, executable, outDir) {
  const place = mkdtempSync(join(tmpdir(), 'conductor-reference-'));
  try {
    const ran = spawnSync(executable, ['-p', configFile, '--outDir', place, '--noEmitOnError', 'false', '--pretty', 'false'], { encoding: 'utf8', maxBuffer: 1e9 });
    const files = readdirSync(place, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath ?? entry.path, entry.name));
    if (files.length === 0) throw new Error(`${executable} wrote nothing: ${ran.stderr || ran.stdout}`);
    return new Map(files.map((path) => [join(outDir, relative(place, path)), readFileSync(path, 'utf8')]));
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

function sentence({ file, start, code, messageText }, root) {
  const text = `TS${code}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
  if (!file || start === undefined) return text;
  const { line, character } = file.getLineAndCharacterOfPosition(start);
  return `${relative(root, file.fileName)}:${line + 1}:${character + 1} ${text}`;
}
