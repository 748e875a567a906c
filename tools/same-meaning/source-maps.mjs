import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { dirname, join, normalize } from 'node:path';

/**
 * What is wrong with the source maps among some outputs: each must lead from every name that a module exports by a
 * declaration to that name in its source.
 *
 * @param {ReadonlyMap<string, string>} outputs by path below `root`
 * @param {string} root absolute
 * @returns {{ places: number, wrong: { path: string, name: string, what: string }[] }} how many names were followed, and those that came out elsewhere
 */
export function followSourceMaps(outputs, root) {
  let places = 0;
  const wrong = [];
  for (const [path, text] of outputs) {
    const link = /^\/\/# sourceMappingURL=(.+\.map)$/m.exec(text)?.[1];
    if (link === undefined) continue;
    const map = outputs.get(join(dirname(path), link));
    if (map === undefined) {
      wrong.push({ path, name: '', what: `${path}: no ${link}` });
      continue;
    }
    const payload = JSON.parse(map);
    const [source] = payload.sources;
    const lines = readFileSync(join(root, normalize(join(dirname(path), payload.sourceRoot ?? '', source))), 'utf8').split('\n');
    const reader = new SourceMap(payload);
    for (const { line, column, name } of exportedNames(text)) {
      const { originalLine, originalColumn } = reader.findEntry(line, column);
      places += 1;
      if (!lines[originalLine]?.slice(originalColumn).startsWith(name)) wrong.push({ path, name, what: `${path}:${line + 1}:${column + 1}: ${name} leads to line ${Number(originalLine) + 1} of ${source}` });
    }
  }
  return { places, wrong };
}

/** Declarations at the start of a line; of an enum and a namespace compilers map the whole. */
function exportedNames(text) {
  return text.split('\n').flatMap((content, line) => {
    const match = /^(?:export (?:async )?(?:const|class|function\*?) )([\w$]+)/.exec(content);
    return match ? [{ line, column: match[0].length - match[1].length, name: match[1] }] : [];
  });
}
