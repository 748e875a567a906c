import ts from 'typescript';

/**
 * The members of every `const enum` of a program, by the enum's name. TypeScript writes their values where they are used
 * and drops the enum; compilers that see one file keep it, as with `preserveConstEnums`, and read it. An enum whose name
 * another one has too is left out.
 *
 * @param {import('typescript').Program} program
 * @returns {Map<string, Map<string, string | number>>}
 */
export function constEnumsOf(program) {
  const checker = program.getTypeChecker();
  const found = new Map();
  const twice = new Set();
  for (const file of program.getSourceFiles()) {
    if (!file.isDeclarationFile && file.text.includes('const enum')) file.forEachChild((node) => {
      if (!ts.isEnumDeclaration(node) || !node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ConstKeyword)) return;
      if (found.has(node.name.text)) twice.add(node.name.text);
      found.set(node.name.text, new Map(node.members.map((member) => [member.name.text, checker.getConstantValue(member)])));
    });
  }
  return new Map([...found].filter(([name]) => !twice.has(name)));
}

/**
 * Writes the values of const enums where they are read, and drops the enums with their imports and exports.
 *
 * @param {import('typescript').SourceFile} file JavaScript
 * @param {ReturnType<typeof constEnumsOf>} enums
 * @param {import('typescript').TransformationContext} context
 */
export function inlineConstEnums(file, enums, context) {
  if (enums.size === 0) return file;
  const { factory } = context;
  const visit = (node) => {
    const value = valueOf(node, enums);
    if (value !== undefined) return literal(value, factory);
    if (ts.isVariableStatement(node) && node.declarationList.declarations.some(({ name }) => enums.has(name.text))) return undefined;
    if (ts.isExpressionStatement(node) && opens(node.expression, enums)) return undefined;
    if (ts.isImportDeclaration(node) && node.importClause?.namedBindings && ts.isNamedImports(node.importClause.namedBindings)) return withoutEnums(node, node.importClause.namedBindings, enums, factory);
    if (ts.isExportSpecifier(node) && enums.has(node.name.text)) return undefined;
    return ts.visitEachChild(node, visit, context);
  };
  return ts.visitEachChild(file, visit, context);
}

function valueOf(node, enums) {
  if (ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.expression)) return enums.get(node.expression.text)?.get(node.name.text);
  if (ts.isElementAccessExpression(node) && ts.isIdentifier(node.expression) && ts.isStringLiteralLike(node.argumentExpression)) return enums.get(node.expression.text)?.get(node.argumentExpression.text);
  return undefined;
}

function literal(value, factory) {
  if (typeof value === 'string') return factory.createStringLiteral(value);
  return value < 0 ? factory.createParenthesizedExpression(factory.createPrefixMinus(factory.createNumericLiteral(-value))) : factory.createNumericLiteral(value);
}

/** `(function (E) { … })(E || (E = {}))` of a const enum. */
function opens(expression, enums) {
  if (!ts.isCallExpression(expression) || expression.arguments.length !== 1) return false;
  const [argument] = expression.arguments;
  return ts.isBinaryExpression(argument) && ts.isIdentifier(argument.left) && enums.has(argument.left.text);
}

function withoutEnums(node, bindings, enums, factory) {
  const left = bindings.elements.filter(({ name, propertyName }) => !enums.has((propertyName ?? name).text));
  if (left.length === bindings.elements.length) return node;
  if (left.length === 0 && !node.importClause.name) return undefined;
  const clause = factory.updateImportClause(node.importClause, false, node.importClause.name, factory.updateNamedImports(bindings, left));
  return factory.updateImportDeclaration(node, node.modifiers, clause, node.moduleSpecifier, node.attributes);
}
