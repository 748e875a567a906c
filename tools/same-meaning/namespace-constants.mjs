import ts from 'typescript';

/**
 * The function of a namespace with its exported constants as TypeScript writes them: `const a = N.a = 1` is `N.a = 1`,
 * and `a` is `N.a` wherever it is read.
 *
 * @param {import('typescript').FunctionExpression} node any function; one that opens no namespace is given back
 * @param {import('typescript').TransformationContext} context
 */
export function constantsOfNamespace(node, context) {
  const { factory } = context;
  const [parameter] = node.parameters;
  if (node.parameters.length !== 1 || !ts.isIdentifier(parameter.name)) return node;
  const namespace = parameter.name.text;
  const names = new Set();
  const statements = node.body.statements.map((statement) => {
    const constant = constantOf(statement, namespace);
    if (constant) names.add(constant.name);
    return constant ? factory.createExpressionStatement(constant.assignment) : statement;
  });
  if (names.size === 0) return node;
  const member = (name) => factory.createPropertyAccessExpression(factory.createIdentifier(namespace), name);
  const visit = (inner) => {
    if (ts.isIdentifier(inner) && names.has(inner.text)) return member(inner.text);
    if (ts.isPropertyAccessExpression(inner)) return factory.updatePropertyAccessExpression(inner, ts.visitNode(inner.expression, visit), inner.name);
    if (ts.isPropertyAssignment(inner)) return factory.updatePropertyAssignment(inner, inner.name, ts.visitNode(inner.initializer, visit));
    if (ts.isShorthandPropertyAssignment(inner) && names.has(inner.name.text)) return factory.createPropertyAssignment(inner.name.text, member(inner.name.text));
    return ts.visitEachChild(inner, visit, context);
  };
  const body = factory.updateBlock(node.body, statements.map((statement) => ts.visitNode(statement, visit)));
  return factory.updateFunctionExpression(node, undefined, node.asteriskToken, node.name, undefined, node.parameters, undefined, body);
}

function constantOf(statement, namespace) {
  if (!ts.isVariableStatement(statement) || !(statement.declarationList.flags & ts.NodeFlags.Const) || statement.declarationList.declarations.length !== 1) return undefined;
  const [{ name, initializer }] = statement.declarationList.declarations;
  if (!ts.isIdentifier(name) || !initializer || !ts.isBinaryExpression(initializer) || initializer.operatorToken.kind !== ts.SyntaxKind.EqualsToken) return undefined;
  const { left } = initializer;
  if (!ts.isPropertyAccessExpression(left) || !ts.isIdentifier(left.expression) || left.expression.text !== namespace || left.name.text !== name.text) return undefined;
  return { name: name.text, assignment: initializer };
}
