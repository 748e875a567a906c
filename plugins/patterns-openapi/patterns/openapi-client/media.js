'use strict';

const { isObject } = require('../openapi-types/documents.js');

/**
 * Media types, as the generated client treats them at run time: `kindOf` here and in http.ts say the same, so that the
 * type of a body is the type of what the client makes of it.
 */
function kindOf(contentType) {
  const type = contentType.split(';')[0].trim().toLowerCase();
  if (type === '*/*' || /[/+]json$/.test(type)) return 'json';
  if (type === 'application/x-www-form-urlencoded') return 'form';
  if (type.startsWith('multipart/')) return 'multipart';
  return type.startsWith('text/') || /[/+](xml|yaml|x-yaml|text|javascript|graphql)$/.test(type) ? 'text' : 'binary';
}

/** A schema whose type is the given text. */
const typeText = (text) => ({ $ref: `type:${text}` });

/** The schema of what a request's body is written as. */
function bodySchema(contentType, media) {
  const schema = isObject(media) && media.schema !== undefined ? media.schema : {};
  switch (kindOf(contentType)) {
    case 'multipart':
      return { anyOf: [schema, typeText('FormData')] };
    case 'text':
      return typeText('string');
    case 'binary':
      return typeText('RawBody');
    default:
      return schema;
  }
}

/**
 * What an answer's body is read as: { schema, accept }. Where there is a choice, JSON: the client asks for what it
 * describes. `accept` is undefined for JSON, `schema` for an answer without body.
 */
function answerOf(content) {
  const types = isObject(content) ? Object.keys(content) : [];
  const json = types.find((type) => kindOf(type) === 'json');
  if (json !== undefined) return { schema: content[json]?.schema ?? {}, accept: json === '*/*' || json === 'application/json' ? undefined : json };
  const text = types.find((type) => kindOf(type) === 'text' || kindOf(type) === 'form');
  if (text !== undefined) return { schema: typeText('string'), accept: text };
  return types.length > 0 ? { schema: typeText('Blob'), accept: types.join(', ') } : { schema: undefined, accept: undefined };
}

module.exports = { answerOf, bodySchema, kindOf, typeText };
