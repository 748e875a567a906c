import { isObject } from '@nx-conductor/core';
import { comment, commentLines, type CommentOptions } from '../text';

/**
 * The doc comment of a schema, a parameter or an operation: its description (else its title or summary), and tags for
 * what a type cannot say. Empty when there is nothing to say.
 */
export function schemaComment(schema: unknown, options: CommentOptions & { readonly title?: boolean } = {}): string {
  if (!isObject(schema)) return '';
  const { title, description } = schema;
  const hasTitle = options.title === true && isText(title);
  const tags = tagsOf(schema);
  if (tags.length === 0 && !hasTitle) return isText(description) ? comment(description, options) : '';
  let text = hasTitle ? commentLines(title).join('\n') : '';
  if (isText(description)) text += `${text === '' ? '' : '\n\n'}${commentLines(description).join('\n')}`;
  if (tags.length > 0) text += `${text === '' ? '' : '\n\n'}${tags.join('\n')}`;
  return comment(text, options);
}

/** `@deprecated`, `@format`, `@default`, `@example`, as far as the schema has them. */
function tagsOf(schema: { readonly [key: string]: unknown }): readonly string[] {
  const tags: string[] = [];
  if (schema['deprecated'] === true) tags.push('@deprecated');
  if (isText(schema['format'])) tags.push(`@format ${schema['format']}`);
  if (schema['default'] !== undefined) tags.push(`@default ${shortJson(schema['default'])}`);
  const { examples } = schema;
  const example = schema['example'] ?? (Array.isArray(examples) ? (examples as readonly unknown[])[0] : undefined);
  if (example !== undefined && example !== null) tags.push(`@example ${shortJson(example)}`);
  return tags;
}

/** JSON on one line, as a reader wants it in a comment: cut when it is long. */
function shortJson(value: unknown): string {
  const text = JSON.stringify(value) ?? '';
  return text.length <= 120 ? text : `${text.slice(0, 119).replace(/[\ud800-\udbff]$/, '').trimEnd()}…`;
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}
