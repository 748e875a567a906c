import { camelCase, capitalize, constantCase, kebabCase, pascalCase, sentenceCase, snakeCase, titleCase, uncapitalize } from './cases';
import { identifier, isIdentifier, isReservedWord, propertyAccess, propertyKey, quote, uniqueNames } from './identifiers';
import { pluralize, singularize } from './plurals';
import { comment, indent, json } from './text';
import { eagerReferences, interfaceMembers, isEnumeration, schemaComment, typeDeclaration, typeOf } from './types';
import { words } from './words';

/**
 * The version of what the built-in helpers return. It is part of every job's trace, so it changes with every change of
 * output, however small.
 */
export const HELPERS_VERSION = '3';

/** The functions that every template and helper module has by name: pure, without state, the same everywhere. */
export const builtinHelpers = /* @__PURE__ */ Object.freeze({
  camelCase,
  capitalize,
  comment,
  constantCase,
  eagerReferences,
  identifier,
  indent,
  interfaceMembers,
  isEnumeration,
  isIdentifier,
  isReservedWord,
  json,
  kebabCase,
  pascalCase,
  pluralize,
  propertyAccess,
  propertyKey,
  quote,
  schemaComment,
  sentenceCase,
  singularize,
  snakeCase,
  titleCase,
  typeDeclaration,
  typeOf,
  uncapitalize,
  uniqueNames,
  words,
});

/** The names and types of the built-in helpers. */
export type BuiltinHelpers = typeof builtinHelpers;
export type { TypeCycles, TypeOptions } from './types';
