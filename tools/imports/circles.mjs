import { posix } from 'node:path';
import ts from 'typescript';

/**
 * Circles of imports between files: groups in which each file names, directly or by others, each other one. No file of
 * a circle can be read, tested or moved alone, and where values are imported, the order of loading decides whether a
 * name is there yet. Imports of types count: what two files say to each other belongs in a third.
 */

/**
 * Each circle as the paths of its files, sorted. `texts` maps a path, relative to the workspace and with forward
 * slashes, to the file's text. Imports that name none of these files are passed over.
 * Tarjan's strongly connected components (SIAM Journal on Computing 1 (2), 1972).
 */
export function circles(texts) {
  const names = new Map([...texts].map(([path, text]) => [path, named(path, text, texts)]));
  const seen = new Map();
  const open = [];
  const found = [];
  const visit = (path) => {
    const at = { order: seen.size, lowest: seen.size, open: true };
    seen.set(path, at);
    open.push(path);
    for (const next of names.get(path)) {
      const there = seen.get(next) ?? visit(next);
      if (there.open) at.lowest = Math.min(at.lowest, there.lowest);
    }
    if (at.lowest === at.order) {
      const group = open.splice(open.indexOf(path));
      for (const member of group) seen.get(member).open = false;
      if (group.length > 1) found.push(group.sort());
    }
    return at;
  };
  for (const path of names.keys()) if (!seen.has(path)) visit(path);
  return found;
}

/** The files among `texts` that `path` names by import and export from, not by import(). */
function named(path, text, texts) {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, false);
  const found = new Set();
  for (const statement of source.statements) {
    const module = namedBy(statement);
    if (module?.startsWith('.')) {
      const base = posix.join(posix.dirname(path), module);
      const file = [`${base}.ts`, `${base}/index.ts`, base].find((name) => texts.has(name));
      if (file !== undefined) found.add(file);
    }
  }
  return found;
}

const namedBy = (statement) => (ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement) ? statement.moduleSpecifier?.text : undefined);
