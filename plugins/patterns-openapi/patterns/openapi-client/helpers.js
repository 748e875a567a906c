'use strict';

const { isObject } = require('../openapi-types/documents.js');
const typesOf = require('../openapi-types/module-types.js');
const answersOf = require('./answers.js');
const nameTables = require('./names.js');
const requestsOf = require('./requests.js');
const securityOf = require('./security.js');
const { typeText } = require('./media.js');

/** What a client module takes from http.ts or from the language, so that no type of its own may be called so. */
const LOCAL_NAMES = 'ApiError ClientOptions Failure FormData HttpClient Promise RawBody RequestOptions Success'.split(' ');
/** What the names of an operation's types end in. */
const TYPE_ENDINGS = ['Request', 'Response', 'Error', 'Result'];
/** Longest type that stands in a signature by itself; a longer one gets a name. */
const INLINE_TYPE = 60;
const LINE = 100;

module.exports = (conductor) => {
  const { comment, quote, typeDeclaration, typeOf } = conductor;
  const moduleTypes = typesOf(conductor);
  const names = nameTables(conductor);
  const requestOf = requestsOf(conductor);
  const { schemesOf, requirementText } = securityOf(conductor);

  /** Everything that the module of one tag prints. */
  function tagClient(item) {
    const { name } = clientOf(item.name);
    const own = names.operations()[item.name];
    const operationTypes = Object.keys(own).flatMap((key) => TYPE_ENDINGS.map((ending) => own[key].type + ending));
    const types = moduleTypes([...LOCAL_NAMES, name, ...operationTypes]);
    const http = new Set(['HttpClient', 'ClientOptions']);
    const known = new Set(schemesOf(conductor.document).map((scheme) => scheme.name));
    const operations = item.operations.map((operation) => operationOf(operation, own[`${operation.method} ${operation.path}`], types, http, known));
    const declarations = [...operations.flatMap((operation) => operation.declarations), ...types.declareLocal()];
    if (types.uses('RawBody')) http.add('RawBody');
    return {
      name,
      comment: conductor.options.comments ? comment(item.description ?? '') : '',
      optional: baseUrlOf(conductor.document) === undefined ? '' : ' = {}',
      operations,
      declarations,
      imports: importLines(types.imports([...operations.map(({ signature }) => signature), ...declarations].join('\n')), http),
    };
  }

  function operationOf(item, { method, type }, types, http, known) {
    const request = requestOf(item);
    const answers = answersOf(item);
    const declarations = [];
    const declare = (name, schema, text) => declarations.push(`${comment(text)}\n${typeDeclaration(name, schema, types.options)}`);
    if (request.schema !== undefined) declare(`${type}Request`, request.schema, `What \`${method}\` takes.`);
    const result = conductor.options.errors === 'return' ? returned() : thrown();
    http.add('RequestOptions');

    /** The type of the body when it succeeded; failures are thrown. */
    function thrown() {
      const data = dataType(answers.successes, `${type}Response`);
      const failures = answers.failures.length > 0 ? unionOf(answers.failures, 'ApiError') : undefined;
      if (failures !== undefined) {
        http.add('ApiError');
        declarations.push(`${comment(`What \`${method}\` throws, by status.`)}\nexport type ${type}Error =${failures};`);
      }
      return { type: data, send: 'send', fails: failures !== undefined };
    }

    /** The union of all answers. */
    function returned() {
      const cases = [...casesOf(answers.successes, 'Success'), ...casesOf(answers.failures, 'Failure')];
      if (answers.successes.length > 0) http.add('Success');
      else cases.unshift('Success<number, unknown>');
      if (answers.failures.length > 0) http.add('Failure');
      else cases.push('Failure<number, unknown>');
      http.add('Success').add('Failure');
      declarations.push(`${comment(`What \`${method}\` answers, by status.`)}\nexport type ${type}Result =${union(cases)};`);
      return { type: `${type}Result`, send: 'exchange', fails: false };
    }

    /** One type for the bodies of all answers; a name for it where it is long. */
    function dataType(entries, name) {
      const schemas = entries.map((entry) => entry.schema ?? typeText('undefined'));
      if (schemas.length === 0) return 'unknown';
      const schema = schemas.length === 1 ? schemas[0] : { anyOf: schemas };
      const text = typeOf(schema, types.options);
      if (text === 'undefined') return 'void';
      if (text.length <= INLINE_TYPE && !text.includes('\n')) return text;
      declare(name, schema, `What \`${method}\` returns.`);
      return name;
    }

    function unionOf(entries, wrapper) {
      return union(casesOf(entries, wrapper));
    }

    /** One case for each body, with all statuses that it comes with. */
    function casesOf(entries, wrapper) {
      const byBody = new Map();
      for (const entry of entries) {
        const body = entry.schema === undefined ? 'undefined' : typeOf(entry.schema, { ...types.options, layout: 'inline' });
        byBody.set(body, (byBody.get(body) ?? new Set()).add(entry.status));
      }
      return [...byBody].map(([body, statuses]) => `${wrapper}<${statuses.has('number') ? 'number' : [...statuses].join(' | ')}, ${body}>`);
    }

    return {
      comment: operationComment(item, result.fails ? `${type}Error` : undefined),
      signature: signatureOf(method, request, type, result.type),
      call: callOf(item, request, answers, result, known),
      declarations,
    };
  }

  function union(cases) {
    const line = cases.join(' | ');
    return line.length <= LINE - 30 ? ` ${line}` : cases.map((text) => `\n  | ${text}`).join('');
  }

  function operationComment(item, errorType) {
    const lines = [];
    const operation = item.operation;
    if (conductor.options.comments) {
      for (const text of [operation.summary, operation.description]) {
        if (typeof text !== 'string' || text.trim() === '' || (lines.length > 0 && text.trim() === lines[0])) continue;
        if (lines.length > 0) lines.push('');
        lines.push(text.trim());
      }
    }
    if (lines.length > 0) lines.push('');
    lines.push(`\`${item.method.toUpperCase()} ${item.path}\``);
    const tags = [];
    if (operation.deprecated === true) tags.push('@deprecated');
    if (errorType !== undefined) tags.push(`@throws {@link ${errorType}}`);
    const docs = operation.externalDocs?.url;
    if (typeof docs === 'string' && conductor.options.comments) tags.push(`@see ${docs}`);
    if (tags.length > 0) lines.push('', ...tags);
    return comment(lines.join('\n'), { indent: '  ' });
  }

  function signatureOf(method, request, type, result) {
    const parameters = [];
    if (request.schema !== undefined) parameters.push(`request: ${type}Request${request.optional ? ' = {}' : ''}`);
    parameters.push('options?: RequestOptions');
    const line = `  ${method}(${parameters.join(', ')}): Promise<${result}> {`;
    if (line.length <= LINE) return line.slice(2);
    return `${method}(\n${parameters.map((parameter) => `    ${parameter},\n`).join('')}  ): Promise<${result}> {`;
  }

  function callOf(item, request, answers, result, known) {
    const fields = [`method: '${item.method.toUpperCase()}'`, `url: ${quote(request.url)}`, ...request.settings];
    if (answers.accept !== undefined) fields.push(`accept: ${quote(answers.accept)}`);
    const security = requirementText(item.operation.security, known);
    if (security !== undefined && known.size > 0 && security !== requirementText(conductor.document.security, known)) fields.push(`security: ${security}`);
    if (request.schema !== undefined) fields.push('...request');
    const open = `return this.#http.${result.send}(`;
    const line = `${open}{ ${fields.join(', ')} }, options);`;
    if (line.length + 4 <= LINE && !line.includes('\n')) return line;
    return `${open}\n  {\n${fields.map((field) => `    ${field.replaceAll('\n', '\n    ')},\n`).join('')}  },\n  options,\n);`.replaceAll('\n', '\n    ');
  }

  /** Import lines: values of http.ts, then types; aliases for models whose names are taken. */
  function importLines(imported, http) {
    const { importExtension, types } = conductor.options;
    const isPackage = !types.startsWith('.');
    const values = [...http].filter((name) => name === 'HttpClient').sort();
    const onlyTypes = [...http].filter((name) => name !== 'HttpClient').sort();
    const lines = [importLine('import', [...values, ...onlyTypes.map((name) => `type ${name}`)], `./http${importExtension}`)];
    const models = imported.map((model) => (model.as === model.name ? model.name : `${model.name} as ${model.as}`));
    if (models.length > 0) lines.push(importLine('import type', models, isPackage ? types : `${types}${importExtension}`));
    return lines;
  }

  function importLine(keyword, imported, from) {
    const line = `${keyword} { ${imported.join(', ')} } from ${quote(from)};`;
    return line.length <= LINE ? line : `${keyword} {\n${imported.map((name) => `  ${name},\n`).join('')}} from ${quote(from)};`;
  }

  /** The names of a tag's client: { name, file, property }. */
  function clientOf(tag) {
    return names.clients()[tag];
  }

  /** What http.ts needs from the document. */
  function apiModule(document) {
    const schemes = schemesOf(document);
    const baseUrl = baseUrlOf(document);
    const known = new Set(schemes.map((scheme) => scheme.name));
    return {
      baseUrl: baseUrl === undefined ? undefined : quote(baseUrl),
      baseUrlComment: (baseUrl ?? '').replaceAll('*/', '*\\/'),
      schemes,
      security: requirementText(document.security, known),
      usesBase64: schemes.some((scheme) => scheme.usesBase64 === true),
    };
  }

  /** All clients, in the document's order. */
  function clientList() {
    const table = names.clients();
    return Object.keys(table).map((tag) => table[tag]);
  }

  return { tagClient, clientOf, clientList, apiModule, baseUrlOf };
};

/** The first server's address with its variables' defaults, without a slash at the end; undefined where it has no host. */
function baseUrlOf(document) {
  const server = Array.isArray(document.servers) ? document.servers[0] : undefined;
  if (!isObject(server) || typeof server.url !== 'string') return undefined;
  const url = server.url.replace(/\{([^{}]+)\}/g, (whole, name) => String(server.variables?.[name]?.default ?? whole)).replace(/\/+$/, '');
  if (url.startsWith('//')) return `https:${url}`;
  return /^https?:\/\/[^/]/i.test(url) && !url.includes('{') ? url : undefined;
}
