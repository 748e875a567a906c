import { posix } from 'node:path';
import ts from 'typescript';

/**
 * Circles of imports between files: groups in which each file needs, directly or by others, each other one when it is
 * loaded. In a circle the order of loading decides whether a name is there yet, and no file of it can be read, tested
 * or moved alone. Imports of types alone are no part of it: they are gone before anything is loaded.
 */

/**
 * Each circle as the paths of its files, sorted. `texts` maps a path, relative to the workspace and with forward
 * slashes, to the file's text. Imports that name none of these files are passed over.
 * Tarjan's strongly connected components (SIAM Journal on Computing 1 (2), 1972).
 */
export function circles(texts) {
  const needs = new Map([...texts].map(([path, text]) => [path, needed(path, text, texts)]));
  const seen = new Map();
  const open = [];
  const found = [];
  const visit = (path) => {
    const at = { order: seen.size, lowest: seen.size, open: true };
    seen.set(path, at);
    open.push(path);
    for (const next of needs.get(path)) {
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
  for (const path of needs.keys()) if (!seen.has(path)) visit(path);
  return found;
}

/** The files among `texts` that `path` loads: values by import, export from and require, not by import(). */
function needed(path, text, texts) {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, false);
  const found = new Set();
  for (const statement of source.statements) {
    const module = loadedBy(statement);
    if (module?.startsWith('.')) {
      const base = posix.join(posix.dirname(path), module);
      const file = [`${base}.ts`, `${base}/index.ts`, base].find((name) => texts.has(name));
      if (file !== undefined) found.add(file);
    }
  }
  return found;
}

function loadedBy(statement) {
  if (ts.isImportDeclaration(statement)) return onlyTypes(statement.importClause) ? undefined : statement.moduleSpecifier.text;
  if (ts.isExportDeclaration(statement)) return statement.isTypeOnly ? undefined : statement.moduleSpecifier?.text;
  return undefined;
}

function onlyTypes(clause) {
  if (clause === undefined) return false;
  if (clause.isTypeOnly) return true;
  const names = clause.namedBindings;
  return clause.name === undefined && names !== undefined && ts.isNamedImports(names) && names.elements.length > 0 && names.elements.every((element) => element.isTypeOnly);
}
