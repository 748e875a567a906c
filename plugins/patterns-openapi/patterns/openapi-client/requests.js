'use strict';

const { isObject } = require('../openapi-types/documents.js');
const { bodySchema, kindOf, typeText } = require('./media.js');

const PLACES = ['path', 'query', 'header', 'cookie'];
/** Header parameters of these names mean nothing (OpenAPI 3, Parameter Object). */
const IGNORED_HEADERS = new Set(['accept', 'content-type', 'authorization']);

/**
 * What one operation takes, as a schema of the request object { path, query, header, cookie, body, contentType }, and how
 * its parts are written. `schema` is undefined for an operation that takes nothing; `optional` when nothing is required.
 */
module.exports = (conductor) => {
  const { propertyKey, quote } = conductor;

  function requestOf(item) {
    const { path, requestBody } = item;
    const names = templateNames(path);
    const places = byPlace(item.parameters, names);
    const properties = {};
    const required = [];
    for (const place of PLACES) {
      const group = groupSchema(place, places[place], names);
      if (group === undefined) continue;
      properties[place] = group;
      if (group.required.length > 0) required.push(place);
    }
    const bodies = bodiesOf(requestBody);
    const bodyRequired = isObject(requestBody) && requestBody.required === true;
    if (bodies.length === 1) {
      Object.assign(properties, bodies[0].properties);
      required.push(...bodies[0].required.filter((name) => name !== 'body' || bodyRequired));
    } else if (bodies.length > 1 && bodyRequired) required.push('body');
    const schema = requestSchema({ type: 'object', properties, required }, bodies, bodyRequired);
    return { schema, optional: required.length === 0, url: urlOf(path, places.path), settings: settingsOf(places, requestBody) };
  }

  /** One object, or one for each body when they differ. */
  function requestSchema(base, bodies, bodyRequired) {
    const isEmpty = Object.keys(base.properties).length === 0;
    if (bodies.length <= 1) return isEmpty ? undefined : base;
    const oneOf = bodies.map(({ properties, required }) => ({ type: 'object', properties, required: bodyRequired ? required : required.filter((name) => name !== 'body') }));
    return isEmpty ? { oneOf } : { allOf: [base, { oneOf }] };
  }

  /** The lines of the call besides method, URL and request. */
  function settingsOf(places, requestBody) {
    const settings = [];
    const types = isObject(requestBody?.content) ? Object.keys(requestBody.content) : [];
    const type = types.length > 0 ? preferred(types) : undefined;
    if (type !== undefined && type !== 'application/json' && type !== '*/*') settings.push(`contentType: ${quote(type)}`);
    const encodings = {
      query: encodingsOf(places.query, queryEncoding),
      header: encodingsOf(places.header, headerEncoding),
      form: type !== undefined && kindOf(type) === 'form' ? formEncodings(requestBody.content[type]) : [],
    };
    const groups = Object.keys(encodings).filter((place) => encodings[place].length > 0);
    if (groups.length > 0) settings.push(literalOf('encode', groups.map((place) => literalOf(place, encodings[place]))));
    const reserved = places.query.filter((parameter) => parameter.allowReserved === true);
    if (reserved.length > 0) settings.push(`allowReserved: [${reserved.map(({ name }) => quote(name)).join(', ')}]`);
    return settings;
  }

  function encodingsOf(parameters, encodingOf) {
    return parameters.flatMap((parameter) => {
      const encoding = encodingOf(parameter);
      return encoding === undefined ? [] : [encodingField(parameter.name, encoding)];
    });
  }

  function formEncodings(media) {
    const encoding = isObject(media?.encoding) ? media.encoding : {};
    return Object.keys(encoding).flatMap((name) => {
      const own = queryEncoding(encoding[name]);
      return own === undefined ? [] : [encodingField(name, own)];
    });
  }

  /** TypeScript takes the type of a field that every object has, such as `toString`, from there, unless the text says it. */
  function encodingField(name, encoding) {
    return `${propertyKey(name)}: '${encoding}'${name in Object.prototype ? ' as const' : ''}`;
  }

  return requestOf;
};

/** An object literal behind its key, on one line while that has room. */
function literalOf(key, fields) {
  const line = `${key}: { ${fields.join(', ')} }`;
  if (line.length <= 84 && !line.includes('\n')) return line;
  return `${key}: {\n${fields.map((field) => `  ${field.replaceAll('\n', '\n  ')},\n`).join('')}}`;
}

/** The parameter names in a path template. */
function templateNames(path) {
  if (!path.includes('{')) return [];
  return [...path.matchAll(/\{([^{}]+)\}/g)].map((match) => match[1]);
}

/** The parameters that go somewhere: not one that the path lacks, nor a header that HTTP itself fills in. */
function byPlace(parameters, names) {
  const places = { path: [], query: [], header: [], cookie: [] };
  for (const parameter of parameters) {
    if (!isObject(parameter) || typeof parameter.name !== 'string' || !Object.hasOwn(places, parameter.in)) continue;
    if (parameter.in === 'path' && !names.includes(parameter.name)) continue;
    if (parameter.in === 'header' && IGNORED_HEADERS.has(parameter.name.toLowerCase())) continue;
    places[parameter.in].push(parameter);
  }
  return places;
}

/** The schema of all parameters of one place, or undefined when there are none. */
function groupSchema(place, parameters, names) {
  if (parameters.length === 0 && (place !== 'path' || names.length === 0)) return undefined;
  const properties = Object.create(null);
  const required = [];
  for (const parameter of parameters) {
    properties[parameter.name] = parameterSchema(parameter);
    if (parameter.required === true || place === 'path') required.push(parameter.name);
  }
  if (place === 'path') {
    for (const name of names) {
      if (name in properties) continue;
      properties[name] = typeText('string | number');
      required.push(name);
    }
  }
  return { type: 'object', properties, required };
}

/** A parameter's schema with what the parameter itself says beside it. */
function parameterSchema(parameter) {
  const media = isObject(parameter.content) ? Object.keys(parameter.content)[0] : undefined;
  const schema = media === undefined ? parameter.schema : parameter.content[media]?.schema;
  // Swagger 2 and careless 3.0 documents put the type on the parameter itself.
  const own = isObject(schema) ? { ...schema } : typeof parameter.type === 'string' ? { type: parameter.type, items: parameter.items, enum: parameter.enum } : {};
  if (parameter.description !== undefined) own.description = parameter.description;
  if (parameter.deprecated === true) own.deprecated = true;
  if (parameter.example !== undefined) own.example = parameter.example;
  return own;
}

/** The bodies that a request may have, those of one type together, the preferred content type first. */
function bodiesOf(requestBody) {
  const content = isObject(requestBody) && isObject(requestBody.content) ? requestBody.content : {};
  const types = Object.keys(content);
  if (types.length === 0) return [];
  const first = preferred(types);
  const groups = new Map();
  for (const type of [first, ...types.filter((other) => other !== first)]) {
    const schema = bodySchema(type, content[type]);
    // One type needs no comparison, and a comparison reads every value of the schema.
    const key = types.length === 1 ? '' : JSON.stringify(schema);
    const group = groups.get(key) ?? { schema, types: [] };
    group.types.push(type);
    groups.set(key, group);
  }
  return [...groups.values()].map((group) => {
    const body = isObject(requestBody) && requestBody.description !== undefined && groups.size === 1 ? described(group.schema, requestBody.description) : group.schema;
    const properties = { body };
    const isDefault = group.types.includes(first);
    if (types.length > 1 || first.includes('*')) {
      if (first !== '*/*' || types.length > 1) {
        properties.contentType = group.types.some((type) => type.includes('*')) ? { type: 'string' } : { enum: group.types };
      }
    }
    return { properties, required: isDefault ? ['body'] : ['body', 'contentType'] };
  });
}

/** A schema with a description; `allOf` leaves the schema as it is. */
function described(schema, description) {
  return typeof schema === 'object' && typeof schema.$ref !== 'string' ? { ...schema, description } : { allOf: [schema], description };
}

const KINDS = ['json', 'form', 'multipart', 'text', 'binary'];

/** The content type that a call uses unless told otherwise: JSON before forms before the rest. */
function preferred(types) {
  const rank = (type) => KINDS.indexOf(kindOf(type)) * 2 + (type === 'application/json' ? 0 : 1);
  return types.reduce((best, type) => (rank(type) < rank(best) ? type : best));
}

/** The name of an encoding in http.ts, or undefined for the default: `form`, exploded. */
function queryEncoding(parameter) {
  if (isObject(parameter.content)) return 'json';
  switch (parameter.style) {
    case 'deepObject':
      return 'deep';
    case 'spaceDelimited':
      return parameter.explode === true ? undefined : 'space';
    case 'pipeDelimited':
      return parameter.explode === true ? undefined : 'pipe';
    default:
      return parameter.explode === false && !isScalar(parameter.schema) ? 'comma' : undefined;
  }
}

function headerEncoding(parameter) {
  if (isObject(parameter.content)) return 'json';
  return parameter.explode === true && !isScalar(parameter.schema) ? 'keys' : undefined;
}

/** Style means nothing for a value that is neither list nor object. */
function isScalar(schema) {
  return isObject(schema) && ['string', 'number', 'integer', 'boolean'].includes(schema.type);
}

/** The path with RFC 6570 operators for the styles of its parameters. */
function urlOf(path, parameters) {
  let url = path;
  for (const { name, style, explode, schema } of parameters) {
    const operator = { label: '.', matrix: ';' }[style] ?? '';
    const suffix = explode === true && !isScalar(schema) ? '*' : '';
    if (operator !== '' || suffix !== '') url = url.replaceAll(`{${name}}`, () => `{${operator}${name}${suffix}}`);
  }
  return url;
}
