import type { Node } from './engine';
import type { Grammar } from './grammar';

/**
 * Whether a file holds anything that does something: not only comments, strings and names that stand by themselves, or
 * declarations of a document type. What keeps all rules because it does nothing must not pass as generated code.
 */
export function hasCode(root: Node, grammar: Grammar): boolean {
  const idle = new Set([...grammar.comments, ...grammar.inert]);
  for (let node = root.child(0); node !== null; node = node.next()) {
    const kind = String(node.kind());
    if (!idle.has(kind) && !(kind === 'expression_statement' && isIdle(node))) return true;
  }
  return false;
}

/** An expression that only names or spells something. */
function isIdle(statement: Node): boolean {
  const parts = statement.namedChildren();
  return parts.every((part) => IDLE.has(String(part.kind())));
}

const IDLE: ReadonlySet<string> = new Set(['string', 'concatenated_string', 'template_string', 'identifier', 'member_expression', 'attribute', 'number', 'integer', 'float', 'true', 'false', 'null', 'none', 'ellipsis', 'comment', 'regex']);
