'use strict';

/**
 * Walks of an OpenAPI document that need to know where in it schemas stand. Plain functions over plain values.
 */

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];
/** Keywords that hold schemas by name; keywords that hold one schema or a list of them. */
const SCHEMA_MAPS = new Set(['properties', 'patternProperties']);
const SCHEMAS = new Set(['items', 'additionalProperties', 'unevaluatedProperties', 'additionalItems', 'allOf', 'oneOf', 'anyOf', 'prefixItems']);

const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The segments of a JSON Pointer in a URI fragment, unescaped. */
function segmentsOf(ref) {
  return ref
    .slice(2)
    .split('/')
    .map((segment) => {
      const text = segment.includes('%') ? decoded(segment) : segment;
      return text.includes('~') ? text.replaceAll('~1', '/').replaceAll('~0', '~') : text;
    });
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The value that a reference inside the document names, or undefined. */
function resolve(document, ref) {
  if (ref === '#') return document;
  let value = document;
  for (const segment of segmentsOf(ref)) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, segment)) return undefined;
    value = value[segment];
  }
  return value;
}

/** The value behind a reference, and behind those that it leads to; any other value as it is. */
function followed(document, value) {
  let target = value;
  for (let hops = 0; isObject(target) && typeof target.$ref === 'string' && hops < 32; hops++) target = resolve(document, target.$ref);
  return target;
}

/** One spelling for references that name the same place. */
function canonical(ref) {
  return ref.includes('%') ? decoded(ref) : ref;
}

/**
 * Every reference that stands where a type is needed: in the schemas under components, and in the parameters, bodies
 * and responses of operations. References to schemas elsewhere in the document are followed.
 */
function schemaReferences(document) {
  const refs = new Set();
  const seen = new Set();

  const schema = (value) => {
    if (!isObject(value)) return;
    for (const keyword in value) {
      const inner = value[keyword];
      // Most keywords hold text: out of the way first.
      if (typeof inner !== 'object') {
        if (keyword === '$ref' && typeof inner === 'string') reference(inner);
      } else if (SCHEMA_MAPS.has(keyword)) {
        for (const key in inner) schema(inner[key]);
      } else if (SCHEMAS.has(keyword)) {
        if (Array.isArray(inner)) for (const member of inner) schema(member);
        else schema(inner);
      }
    }
  };
  const reference = (ref) => {
    if (refs.has(ref)) return;
    refs.add(ref);
    if (!isComponent(ref) && !seen.has(canonical(ref))) {
      seen.add(canonical(ref));
      schema(resolve(document, ref));
    }
  };
  /** A parameter, body or response, behind its reference; each visited once. */
  const part = (value, visit) => {
    let target = value;
    for (let hops = 0; isObject(target) && typeof target.$ref === 'string' && hops < 32; hops++) {
      if (seen.has(target.$ref)) return;
      seen.add(target.$ref);
      target = resolve(document, target.$ref);
    }
    if (isObject(target)) visit(target);
  };
  const content = (value) => {
    if (isObject(value.content)) for (const media of Object.keys(value.content)) schema(value.content[media]?.schema);
  };
  const parameter = (value) => {
    schema(value.schema);
    content(value);
  };

  const schemas = document.components?.schemas;
  if (isObject(schemas)) for (const name of Object.keys(schemas)) schema(schemas[name]);
  const paths = document.paths;
  for (const path of isObject(paths) ? Object.keys(paths) : []) {
    part(paths[path], (item) => {
      if (Array.isArray(item.parameters)) for (const value of item.parameters) part(value, parameter);
      for (const method of METHODS) {
        const operation = followed(document, item[method]);
        if (!isObject(operation)) continue;
        if (Array.isArray(operation.parameters)) for (const value of operation.parameters) part(value, parameter);
        part(operation.requestBody, content);
        if (isObject(operation.responses)) for (const status of Object.keys(operation.responses)) part(operation.responses[status], content);
      }
    });
  }
  return refs;
}

/** True for a reference to a schema that stands under its name in components. */
function isComponent(ref) {
  return ref.startsWith('#/components/schemas/') && !ref.includes('/', 21);
}

module.exports = { METHODS, canonical, followed, isComponent, isObject, resolve, schemaReferences, segmentsOf };
