import { isObject } from '@nx-conductor/core';
import { comment, commentLines, type CommentOptions } from '../text';
import { keywordsOf, type Keywords } from './keywords';

/**
 * The doc comment of a schema, a parameter or an operation: its description, and tags for what a type cannot say. With
 * `title`, its title stands before all. Empty when there is nothing to say.
 */
export function schemaComment(schema: unknown, options: CommentOptions & { readonly title?: boolean } = {}): string {
  if (!isObject(schema)) return '';
  const keywords = keywordsOf(schema, true);
  const title = options.title === true && isText(keywords.title) ? keywords.title : '';
  return commentOf(keywords, options.indent, title);
}

/** The same for a schema whose keywords have been read. */
export function commentOf(schema: Keywords, indent = '', title = ''): string {
  const { description } = schema;
  const tags = tagsOf(schema);
  if (tags === '' && title === '') return isText(description) ? comment(description, { indent }) : '';
  let text = title === '' ? '' : commentLines(title).join('\n');
  if (isText(description)) text += `${text === '' ? '' : '\n\n'}${commentLines(description).join('\n')}`;
  if (tags !== '') text += `${text === '' ? '' : '\n\n'}${tags.slice(1)}`;
  return comment(text, { indent });
}

/** `@deprecated`, `@format`, `@default`, `@example`, as far as the schema has them; each after a line break. */
function tagsOf({ deprecated, format, default: fallback, example, examples }: Keywords): string {
  let tags = '';
  if (deprecated === true) tags += '\n@deprecated';
  if (isText(format)) tags += `\n@format ${format}`;
  if (fallback !== undefined) tags += `\n@default ${shortJson(fallback)}`;
  const shown = example ?? (Array.isArray(examples) ? (examples as readonly unknown[])[0] : undefined);
  if (shown !== undefined && shown !== null) tags += `\n@example ${shortJson(shown)}`;
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
