'use strict';

/** Small questions to an OpenAPI document. Plain functions; they read no more than the answer needs. */

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];
/** Names that Windows keeps for devices, whatever their extension. */
const DEVICES = ['con', 'prn', 'aux', 'nul', ...[1, 2, 3, 4, 5, 6, 7, 8, 9].flatMap((n) => [`com${n}`, `lpt${n}`])];

const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The segments of a JSON Pointer in a URI fragment, unescaped. */
function segmentsOf(ref) {
  return canonical(ref)
    .slice(2)
    .split('/')
    .map((segment) => (segment.includes('~') ? segment.replaceAll('~1', '/').replaceAll('~0', '~') : segment));
}

/** One spelling for references that name the same place. */
function canonical(ref) {
  if (!ref.includes('%')) return ref;
  try {
    return decodeURIComponent(ref);
  } catch {
    return ref;
  }
}

/** The value that a reference inside the document names, or undefined. */
function resolve(document, ref) {
  return ref === '#' ? document : valueAt(document, segmentsOf(ref));
}

function valueAt(document, segments) {
  let value = document;
  for (const segment of segments) {
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

/** The place where a chain of references ends: a schema that is more than a reference, or one under components. */
function placeOf(document, ref) {
  let place = canonical(ref);
  for (const seen = new Set(); !isComponent(place) && !seen.has(place); ) {
    seen.add(place);
    const target = resolve(document, place);
    if (!isObject(target) || typeof target.$ref !== 'string') break;
    place = canonical(target.$ref);
  }
  return place;
}

/** True for a reference to a schema that stands under its name in components. */
function isComponent(ref) {
  return ref.startsWith('#/components/schemas/') && !ref.includes('/', 21);
}

/** Since OpenAPI 3.1, keywords beside a `$ref` count. */
function hasRefSiblings(document) {
  return !/^(?:[12]|3\.0|3$)/.test(String(document.openapi ?? ''));
}

module.exports = { DEVICES, METHODS, canonical, followed, hasRefSiblings, isComponent, isObject, placeOf, resolve, segmentsOf, valueAt };
