import ts from 'typescript';

/**
 * @typedef {object} Difference where two texts part
 * @property {string} ours the text around the place, or what stands there
 * @property {string} theirs
 * @property {string} about what differs, in the compiler's words
 */

/**
 * The first place at which two declaration files differ as syntax trees. Layout, comments, quotes, and the separators of
 * members are no part of the tree; everything else is: kinds, names, literals by value, modifiers, operators, order. Only
 * the members of a union and index signatures have no order: TypeScript itself writes them as it came upon them.
 *
 * @param {string} ours
 * @param {string} theirs
 * @param {string} path its ending says how to parse
 * @returns {Difference | undefined} undefined when the trees are equal
 */
export function firstTreeDifference(ours, theirs, path) {
  const [left, right] = [ours, theirs].map((text) => ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true));
  const broken = [left, right].find((file) => file.parseDiagnostics.length > 0);
  if (broken) {
    const { messageText } = broken.parseDiagnostics[0];
    return { about: `${broken === left ? 'ours' : 'theirs'} does not parse: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`, ours: excerpt(ours, 0), theirs: excerpt(theirs, 0) };
  }
  return nodeDifference(left, right);
}

function nodeDifference(left, right) {
  const about = ownDifference(left, right);
  if (about) return { about, ours: excerptOf(left), theirs: excerptOf(right) };
  const [these, those] = [childrenOf(left), childrenOf(right)];
  for (let index = 0; index < Math.max(these.length, those.length); index += 1) {
    const [a, b] = [these[index], those[index]];
    if (!a || !b) {
      return { about: `${nameOf(left)} has ${these.length} parts here, ${those.length} there`, ours: excerptOf(a ?? left), theirs: excerptOf(b ?? right) };
    }
    const found = nodeDifference(a, b);
    if (found) return found;
  }
  return undefined;
}

/** What a node says beyond its children: they are compared on their own. */
function ownDifference(a, b) {
  if (kindOf(a) !== kindOf(b)) return `${nameOf(a)} here, ${nameOf(b)} there`;
  const own = facts.find((fact) => fact(a) !== fact(b));
  return own ? `${nameOf(a)}: ${own(a)} here, ${own(b)} there` : undefined;
}

/** A text between backquotes with nothing put in is a string like any other. */
function kindOf({ kind }) {
  return kind === ts.SyntaxKind.NoSubstitutionTemplateLiteral ? ts.SyntaxKind.StringLiteral : kind;
}

/** `const`, `let`, `using`; `namespace` or `global`: they are flags of a node and no node of their own. */
const telling = ts.NodeFlags.BlockScoped | ts.NodeFlags.Namespace | ts.NodeFlags.GlobalAugmentation | ts.NodeFlags.OptionalChain;

const facts = [
  // Literal text by value: 'a' and "a" are one string, 1_0 and 10 one number.
  (node) => ('text' in node && !ts.isSourceFile(node) ? node.text : undefined),
  (node) => node.flags & telling,
  (node) => node.operator,
  (node) => node.token,
  (node) => node.keywordToken,
  (node) => Boolean(node.isTypeOnly),
  (node) => Boolean(node.isTypeOf),
  (node) => Boolean(node.isExportEquals),
];

/**
 * Children in order, without what says nothing to those who use a declaration: the end of the file; `override`, which
 * is about the class itself; `export` in a namespace where everything counts as exported; and an empty `export {}`,
 * which says "this is a module", where another import or export says so already.
 */
function childrenOf(node) {
  const children = [];
  ts.forEachChild(node, (child) => {
    // Parentheses say how to parse, and it is parsed.
    while (ts.isParenthesizedTypeNode(child)) child = child.type;
    // A union with `any` in it is `any`.
    if (ts.isUnionTypeNode(child)) child = child.types.find(({ kind }) => kind === ts.SyntaxKind.AnyKeyword) ?? child;
    if (!silent.has(child.kind) && !(child.kind === ts.SyntaxKind.ExportKeyword && exportsAll(node.parent))) children.push(child);
  });
  if (ts.isUnionTypeNode(node)) return inAnyOrder(children);
  if (ts.isTypeLiteralNode(node) || ts.isInterfaceDeclaration(node)) return [...children.filter((child) => !ts.isIndexSignatureDeclaration(child)), ...inAnyOrder(children.filter(ts.isIndexSignatureDeclaration))];
  if (!ts.isSourceFile(node)) return children;
  const rest = children.filter((child) => !isEmptyExport(child));
  return rest.some(makesModule) ? rest : children;
}

/** Sorted by what they say, without layout. */
function inAnyOrder(nodes) {
  const keyed = nodes.map((node) => [printer.printNode(ts.EmitHint.Unspecified, node, node.getSourceFile()).replaceAll(/["'`\s(),;]/g, ''), node]);
  return keyed.sort(([a], [b]) => (a < b ? -1 : Number(a > b))).map(([, node]) => node);
}

const printer = ts.createPrinter({ removeComments: true });

/** A namespace of a declaration file, or a module that it declares, in which no statement says what is exported. */
function exportsAll(node) {
  return ts.isModuleBlock(node) && !node.statements.some((statement) => ts.isExportDeclaration(statement) || ts.isExportAssignment(statement));
}

const silent = new Set([ts.SyntaxKind.EndOfFileToken, ts.SyntaxKind.OverrideKeyword]);

function isEmptyExport(node) {
  return ts.isExportDeclaration(node) && !node.moduleSpecifier && node.exportClause && ts.isNamedExports(node.exportClause) && node.exportClause.elements.length === 0;
}

function makesModule(node) {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isExportAssignment(node)) return true;
  return Boolean(ts.canHaveModifiers(node) && ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword));
}

function nameOf(node) {
  return ts.SyntaxKind[node.kind];
}

const around = 160;

function excerptOf(node) {
  return excerpt(node.getSourceFile().text, node.getStart());
}

/** @param {string} text @param {number} at @returns {string} some of it on one line, with a mark at the place */
export function excerpt(text, at) {
  const from = Math.max(0, at - around / 4);
  return `${text.slice(from, at)}⟪${text.slice(at, from + around)}⟫`.replaceAll(/\s+/g, ' ');
}
