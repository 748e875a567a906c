import ts from 'typescript';

/**
 * Which modules and globals a file may use, by the room that it lies in. Tags in eslint.config.mjs keep rooms apart
 * as projects; this keeps them from the machine, the clock and Nx, which tags cannot name.
 */

/** Node's own modules that touch the machine. The others (path, crypto, …) only compute. */
const MACHINE = new Set(
  ('fs fs/promises child_process net http https http2 tls dgram dns dns/promises cluster worker_threads os process ' +
    'timers timers/promises perf_hooks readline readline/promises repl inspector tty').split(' '),
);

/** Globals that read the machine, as `object.property`; `new Date()` without arguments belongs to them. */
const MACHINE_GLOBALS = new Set(['process.env', 'process.argv', 'process.cwd', 'process.exit', 'process.stdout', 'process.stderr', 'process.stdin', 'process.hrtime', 'Date.now', 'performance.now', 'Math.random']);

/** What each kind of file may do beyond computing. */
const KINDS = {
  core: { rooms: [], machine: false, nx: false },
  room: { rooms: ['core'], machine: false, nx: false },
  run: { rooms: '*', machine: false, nx: false },
  host: { rooms: ['core'], machine: true, nx: false },
  testkit: { rooms: ['core', 'host'], machine: true, nx: true },
  plugin: { rooms: '*', machine: false, nx: true },
  /** Executables: they hand the machine to the rest, so they must touch it. */
  entry: { rooms: '*', machine: true, nx: true },
  test: { rooms: '*', machine: true, nx: true },
};

/**
 * Every use in one file that its place forbids, in the order of the file.
 * `path` is relative to the workspace, with forward slashes. Files outside libs/ and plugins/ may do anything.
 */
export function violations(path, text) {
  const kind = kindOf(path);
  if (kind === undefined) return [];
  const allowed = KINDS[kind.name];
  const found = [];
  for (const use of usesOf(path, text)) {
    const reason = use.global ? globalReason(use.global, allowed) : moduleReason(use.module, kind, allowed);
    if (reason) found.push({ path, line: use.line, what: use.global ?? use.module, reason });
  }
  return found;
}

/** The kind of a file and the room it belongs to. */
function kindOf(path) {
  const [top, room, folder, ...rest] = path.split('/');
  if ((top !== 'libs' && top !== 'plugins') || folder === undefined) return undefined;
  const at = (name) => ({ name, room, depth: rest.length });
  if (folder === 'tests' || folder === 'e2e' || path.endsWith('.spec.ts')) return at('test');
  if (folder !== 'src') return undefined;
  if (top === 'plugins') return at(/^(cli|run-cli|nx\/execute|nx\/guard)\.ts$/.test(rest.join('/')) ? 'entry' : 'plugin');
  return at(Object.hasOwn(KINDS, room) ? room : 'room');
}

function globalReason(name, allowed) {
  return allowed.machine ? undefined : `${name} belongs to libs/host; take it as an argument`;
}

function moduleReason(module, kind, allowed) {
  const bare = module.replace(/^node:/, '');
  if (MACHINE.has(bare)) return allowed.machine ? undefined : `only libs/host touches the machine; take what you need as an argument`;
  if (module === 'nx' || module.startsWith('nx/') || module.startsWith('@nx/')) {
    if (module.startsWith('nx/src')) return 'nx/src is private to Nx and moves between versions; use @nx/devkit';
    return allowed.nx ? undefined : 'only plugins/ imports Nx';
  }
  const own = /^@nx-conductor\/([^/]+)(\/.*)?$/.exec(module);
  if (own) return roomReason(own[1], own[2], kind, allowed);
  if (module.startsWith('.') && climbsOut(module, kind)) return 'a relative import leaves its room; use the workspace name';
  return undefined;
}

function roomReason(room, inside, kind, allowed) {
  if (inside?.startsWith('/src')) return `only what ${room} exports may be used`;
  if (room === 'testkit') return kind.name === 'test' ? undefined : 'only tests import the testkit';
  if (room === kind.room) return kind.name === 'test' ? undefined : 'a room does not import itself by name';
  if (allowed.rooms === '*' || allowed.rooms.includes(room)) return undefined;
  return `libs/${kind.room} may import only ${allowed.rooms.length ? allowed.rooms.join(' and ') : 'Node and npm packages'}`;
}

/** True when `../` steps lead out of libs/<room> or plugins/<name>. */
function climbsOut(module, kind) {
  const ups = /^(\.\.\/)*/.exec(module)[0].length / 3;
  return ups > kind.depth;
}

/** Every module that the text names (import, export from, import type, require, import()) and every machine global. */
function* usesOf(path, text) {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, false);
  const line = (node) => source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
  const stack = [source];
  while (stack.length > 0) {
    const node = stack.pop();
    const module = moduleOf(node);
    if (module !== undefined) yield { module, line: line(node) };
    const global = globalOf(node);
    if (global !== undefined) yield { global, line: line(node) };
    const children = [];
    ts.forEachChild(node, (child) => void children.push(child));
    stack.push(...children.reverse());
  }
}

function moduleOf(node) {
  const literal =
    ts.isImportDeclaration(node) || ts.isExportDeclaration(node)
      ? node.moduleSpecifier
      : ts.isImportTypeNode(node)
        ? ts.isLiteralTypeNode(node.argument) && node.argument.literal
        : ts.isExternalModuleReference(node)
          ? node.expression
          : ts.isCallExpression(node) && isRequire(node.expression)
            ? node.arguments[0]
            : undefined;
  return literal && ts.isStringLiteralLike(literal) ? literal.text : undefined;
}

function isRequire(callee) {
  if (callee.kind === ts.SyntaxKind.ImportKeyword) return true;
  if (ts.isPropertyAccessExpression(callee)) return callee.name.text === 'resolve' && isRequire(callee.expression);
  return ts.isIdentifier(callee) && callee.text === 'require';
}

function globalOf(node) {
  if (ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.expression)) {
    const name = `${node.expression.text}.${node.name.text}`;
    return MACHINE_GLOBALS.has(name) ? name : undefined;
  }
  if (ts.isNewExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'Date' && !node.arguments?.length) return 'new Date()';
  if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'fetch') return 'fetch';
  return undefined;
}
