import ts from 'typescript';
import { inlineConstEnums } from './const-enums.mjs';
import { constantsOfNamespace } from './namespace-constants.mjs';

/**
 * JavaScript with one form for what compilers write in two. Each rule is about one construct of TypeScript, and takes
 * the form that TypeScript itself emits:
 *
 * - an enum: `let E = function (E) { …; return E; }({})` is `var E; (function (E) { … })(E || (E = {}))`. The name is
 *   a `var` there, so it can be read, as `undefined`, before its place is reached; no other difference is left.
 * - a namespace: its name is a `var` likewise, and a constant `const a = N.a = 1`, read as `a` below, is `N.a = 1`,
 *   read as `N.a`. What can change is not covered by this rule.
 * - a `const enum`: its values stand where it is read, and it is gone.
 * - both inside a namespace: `N.E = E` after them is part of their call.
 * - a constructor made for fields: `constructor(...args) { super(...args); }` is `constructor() { super(...arguments); }`.
 * - a second name for a class, `var _a;` and after the class `_a = C;`, which TypeScript uses inside it, is `C`.
 * - the import of a JSX runtime that nobody wrote comes first.
 * - without `verbatimModuleSyntax`, an import of which no name is read is gone, whatever its names stood for.
 *
 * @typedef {{ constEnums: ReturnType<typeof import('./const-enums.mjs').constEnumsOf>, verbatimModuleSyntax: boolean }} Facts of the program
 *
 * @param {string} code
 * @param {string} path
 * @param {Facts} facts
 * @returns {string}
 */
export function canonicalCode(code, path, { constEnums, verbatimModuleSyntax }) {
  const file = ts.createSourceFile(path, code, ts.ScriptTarget.Latest, true, path.endsWith('x') ? ts.ScriptKind.JSX : ts.ScriptKind.JS);
  const { transformed } = ts.transform(file, [withoutAliases, rewrite, (context) => (node) => inlineConstEnums(node, constEnums, context), ...(verbatimModuleSyntax ? [] : [withoutUnread])]);
  return ts.createPrinter({ removeComments: true }).printFile(transformed[0]);
}

function rewrite(context) {
  const { factory } = context;
  const visit = (node) => {
    const seen = ts.visitEachChild(node, visit, context);
    if (ts.isSourceFile(seen)) return factory.updateSourceFile(seen, runtimeFirst(declarations(seen.statements, factory)));
    if (ts.isBlock(seen)) return factory.updateBlock(seen, declarations(seen.statements, factory));
    if (ts.isFunctionExpression(seen)) return constantsOfNamespace(seen, context);
    return ts.isConstructorDeclaration(seen) ? plainConstructor(seen, factory) : seen;
  };
  return visit;
}

/** Statements with each enum and namespace as a `var` and a call. */
function declarations(statements, factory) {
  const left = [];
  for (const [index, statement] of statements.entries()) {
    const [name, initializer, modifiers] = declared(statement);
    const made = initializer ? enumCall(initializer) : furtherEnum(statement);
    const call = ts.isExpressionStatement(statement) ? namespaceCall(statement.expression) : undefined;
    const asVar = () => factory.createVariableStatement(modifiers, factory.createVariableDeclarationList([factory.createVariableDeclaration(name)], ts.NodeFlags.None));
    if (made && name) left.push(asVar(), openCall(made.callee, made.argument, name, factory));
    else if (made) left.push(openCall(made.callee, made.argument, made.name, factory));
    else if (call) left.push(openCall(call.callee, call.argument, call.name, factory));
    else if (name && !initializer && statements[index + 1] && ts.isExpressionStatement(statements[index + 1]) && namespaceCall(statements[index + 1].expression)?.name === name) left.push(asVar());
    else if (!repeats(statement, statements.slice(0, index))) left.push(statement);
  }
  return left;
}

/** The one name that a statement declares, with its value. */
function declared(statement) {
  if (!ts.isVariableStatement(statement) || statement.declarationList.declarations.length !== 1) return [];
  const [{ name, initializer }] = statement.declarationList.declarations;
  return ts.isIdentifier(name) ? [name.text, initializer, statement.modifiers] : [];
}

/** `(function (E) { … })(E || (E = {}));`, and inside a namespace `(function (E) { … })(E = N.E || (N.E = {}));` */
function openCall(callee, argument, name, factory) {
  const outer = outerMember(argument, name);
  const target = () => (outer ? factory.createPropertyAccessExpression(factory.createIdentifier(outer), name) : factory.createIdentifier(name));
  const start = factory.createLogicalOr(target(), factory.createParenthesizedExpression(factory.createAssignment(target(), factory.createObjectLiteralExpression())));
  const whole = outer ? factory.createAssignment(factory.createIdentifier(name), start) : start;
  return factory.createExpressionStatement(factory.createCallExpression(callee, undefined, [whole]));
}

/** The `N` of an `N.E` anywhere in what an enum or a namespace starts from. */
function outerMember(node, name) {
  const plain = inside(node);
  if (ts.isPropertyAccessExpression(plain)) return plain.name.text === name && ts.isIdentifier(plain.expression) ? plain.expression.text : undefined;
  return ts.isBinaryExpression(plain) ? (outerMember(plain.left, name) ?? outerMember(plain.right, name)) : undefined;
}

/** A call of a function with one parameter, with what an enum or a namespace of that name starts from. */
function namespaceCall(expression) {
  const call = inside(expression);
  if (!ts.isCallExpression(call) || call.arguments.length !== 1) return undefined;
  const callee = inside(call.expression);
  const argument = inside(call.arguments[0]);
  if (!ts.isFunctionExpression(callee) || callee.parameters.length !== 1 || !ts.isBinaryExpression(argument) || !ts.isIdentifier(argument.left)) return undefined;
  return { callee, argument, name: argument.left.text };
}

/** `E = function (E) { …; return E; }(E || {});`, the second declaration of an enum. */
function furtherEnum(statement) {
  if (!ts.isExpressionStatement(statement)) return undefined;
  const assignment = inside(statement.expression);
  if (!ts.isBinaryExpression(assignment) || assignment.operatorToken.kind !== ts.SyntaxKind.EqualsToken || !ts.isIdentifier(assignment.left)) return undefined;
  const made = enumCall(assignment.right);
  return made && { ...made, name: assignment.left.text };
}

/** `function (E) { …; return E; }(…)`, without the `return`. */
function enumCall(initializer) {
  const call = inside(initializer);
  if (!ts.isCallExpression(call) || call.arguments.length !== 1) return undefined;
  const callee = inside(call.expression);
  if (!ts.isFunctionExpression(callee) || callee.parameters.length !== 1) return undefined;
  const last = callee.body.statements.at(-1);
  if (!last || !ts.isReturnStatement(last) || !last.expression || !isName(last.expression, callee.parameters[0].name.text)) return undefined;
  const body = ts.factory.createBlock(callee.body.statements.slice(0, -1), true);
  return { callee: ts.factory.updateFunctionExpression(callee, undefined, undefined, undefined, undefined, callee.parameters, undefined, body), argument: call.arguments[0] };
}

/** `N.E = E`, where what comes before it has said so already. */
function repeats(statement, before) {
  if (!ts.isExpressionStatement(statement) || !ts.isBinaryExpression(statement.expression)) return false;
  const { left, operatorToken, right } = statement.expression;
  if (operatorToken.kind !== ts.SyntaxKind.EqualsToken || !ts.isPropertyAccessExpression(left) || !isName(right, left.name.text)) return false;
  return before.some((each) => {
    const [name, initializer] = declared(each);
    return name === right.text && initializer !== undefined && enumCall(initializer) !== undefined && outerMember(enumCall(initializer).argument, name) !== undefined;
  });
}

function plainConstructor(node, factory) {
  const [parameter] = node.parameters;
  const [first] = node.body?.statements ?? [];
  if (node.parameters.length !== 1 || !parameter.dotDotDotToken || !ts.isIdentifier(parameter.name) || !first || !ts.isExpressionStatement(first)) return node;
  const call = first.expression;
  if (!ts.isCallExpression(call) || call.expression.kind !== ts.SyntaxKind.SuperKeyword || call.arguments.length !== 1) return node;
  const [spread] = call.arguments;
  if (!ts.isSpreadElement(spread) || !isName(spread.expression, parameter.name.text)) return node;
  const plain = factory.createExpressionStatement(factory.createCallExpression(factory.createSuper(), undefined, [factory.createSpreadElement(factory.createIdentifier('arguments'))]));
  return factory.updateConstructorDeclaration(node, undefined, [], factory.updateBlock(node.body, [plain, ...node.body.statements.slice(1)]));
}

function runtimeFirst(statements) {
  const isRuntime = (statement) => ts.isImportDeclaration(statement) && /\/jsx-(dev-)?runtime$/.test(statement.moduleSpecifier.text) && namedImports(statement).every(({ propertyName, name }) => propertyName && name.text.startsWith('_'));
  return [...statements.filter(isRuntime), ...statements.filter((statement) => !isRuntime(statement))];
}

function withoutAliases(context) {
  return (file) => {
    const open = new Set(file.statements.flatMap((each) => (ts.isVariableStatement(each) ? each.declarationList.declarations.filter(({ initializer }) => !initializer).map(({ name }) => name.text) : [])).filter((name) => /^_\w$/.test(name ?? '')));
    const aliases = new Map(file.statements.flatMap((each) => {
      const assigned = ts.isExpressionStatement(each) && ts.isBinaryExpression(each.expression) && ts.isIdentifier(each.expression.left) && ts.isIdentifier(each.expression.right) ? each.expression : undefined;
      return assigned && open.has(assigned.left.text) ? [[assigned.left.text, assigned.right.text]] : [];
    }));
    if (aliases.size === 0) return file;
    const visit = (node) => {
      if (ts.isVariableStatement(node) && node.declarationList.declarations.every(({ name }) => aliases.has(name.text))) return undefined;
      if (ts.isExpressionStatement(node) && ts.isBinaryExpression(node.expression) && aliases.has(node.expression.left.text)) return undefined;
      if (ts.isIdentifier(node) && aliases.has(node.text)) return context.factory.createIdentifier(aliases.get(node.text));
      return ts.visitEachChild(node, visit, context);
    };
    return ts.visitEachChild(file, visit, context);
  };
}

function withoutUnread({ factory }) {
  return (file) => {
    const read = new Set();
    const collect = (node) => {
      if (ts.isImportDeclaration(node)) return;
      if (ts.isIdentifier(node)) read.add(node.text);
      ts.forEachChild(node, collect);
    };
    collect(file);
    const names = ({ importClause: { name, namedBindings } }) => [...(name ? [name] : []), ...(namedBindings ? (ts.isNamespaceImport(namedBindings) ? [namedBindings.name] : namedBindings.elements.map((each) => each.name)) : [])];
    return factory.updateSourceFile(file, file.statements.filter((each) => !ts.isImportDeclaration(each) || !each.importClause || names(each).some(({ text }) => read.has(text))));
  };
}

function namedImports({ importClause }) {
  return importClause?.namedBindings && ts.isNamedImports(importClause.namedBindings) ? importClause.namedBindings.elements : [];
}

/** @param {import('typescript').Node} node @returns {import('typescript').Node} without the parentheses around it */
function inside(node) {
  return ts.isParenthesizedExpression(node) ? inside(node.expression) : node;
}

function isName(node, text) {
  return ts.isIdentifier(node) && node.text === text;
}
