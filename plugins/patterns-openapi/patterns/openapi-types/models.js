'use strict';

const { canonical, isComponent, isObject, resolve, schemaReferences, segmentsOf } = require('./documents.js');

/** Names that the generated modules use from the language itself; a model of that name would hide them. */
const GLOBALS = ['Array', 'Blob', 'Date', 'Pick', 'ReadonlyArray', 'Required'];
/** File names that Windows keeps for devices, and those of the pattern's own modules. */
const DEVICES = ['con', 'prn', 'aux', 'nul', ...[1, 2, 3, 4, 5, 6, 7, 8, 9].flatMap((n) => [`com${n}`, `lpt${n}`])];
const MODULES = ['index', 'referenced'];
/** Characters of a file name before its extension: far below 255 bytes even where a character takes four. */
const FILE_LENGTH = 60;
const NAME_LENGTH = 120;

/**
 * What is known of all schemas of a document that get a type of their own: those under components, and those that
 * are referred to where they stand. Tables keyed by reference, so that a job depends only on the entries it reads.
 * Shared by both patterns of this pack: the client imports what the types export.
 */
module.exports = (conductor) => {
  const { identifier, kebabCase, pascalCase, singularize, uniqueNames, interfaceMembers, eagerReferences } = conductor;

  // The tables below build on each other; each walks the document once. Keyed by document: none is kept alive.
  const walked = new WeakMap();
  const namedModels = (document) => {
    if (!walked.has(document)) walked.set(document, nameModels(document));
    return walked.get(document);
  };

  /** { [reference]: { name, file } | { type } }, in the document's order. */
  const models = conductor.table('models', namedModels);

  /** { [reference]: { name } } of the schemas outside components, which share one module. */
  const referenced = conductor.table('referenced', (document) => {
      const table = namedModels(document);
      const found = {};
      for (const ref of Object.keys(table)) {
        if (table[ref].file === 'referenced' && canonical(ref) === ref) found[ref] = { name: table[ref].name };
      }
      return found;
    });

  /** { [reference]: { [member]: signature } } of the schemas that others could extend; null for those that are no interface. */
  const members = conductor.table('members', (document) => {
      const table = {};
      const options = { refSiblings: hasRefSiblings(document), members: membersOf };
      function membersOf(ref) {
        if (!Object.hasOwn(table, ref)) {
          // While it is being computed, a schema that inherits from itself is no interface.
          table[ref] = null;
          table[ref] = interfaceMembers(resolve(document, ref), options) ?? null;
        }
        return table[ref] ?? undefined;
      }
      for (const ref of Object.keys(namedModels(document))) {
        for (const base of basesOf(resolve(document, ref))) membersOf(base);
      }
      return table;
    });

  /** { [reference]: { within: { [reference]: true }, breaks: { [reference]: true } } } of schemas in circles. */
  const cycles = conductor.table('cycles', (document) => circularModels(document, Object.keys(namedModels(document)), eagerReferences));

  function nameModels(document) {
    const schemas = isObject(document.components?.schemas) ? Object.keys(document.components.schemas) : [];
    const entries = schemas.map((key) => ({ ref: componentRef(key), base: typeName(key), own: true }));
    const spellings = new Map();
    const table = Object.create(null);
    for (const ref of schemaReferences(document)) {
      const place = finalPlace(document, canonical(ref));
      if (place !== ref) spellings.set(ref, place);
      if (isComponent(place) || Object.hasOwn(table, place)) continue;
      const schema = resolve(document, place);
      const type = plainType(schema);
      table[place] = { type };
      if (type === undefined) entries.push({ ref: place, base: typeName(titleOf(schema) ?? placeName(document, segmentsOf(place))), own: false });
    }
    // Whoever is spelled as it should be keeps its name, whatever else comes before it.
    const ordered = [...entries.filter((entry) => isAsSpelled(entry)), ...entries.filter((entry) => !isAsSpelled(entry))];
    const names = uniqueNames(ordered.map((entry) => entry.base), { ignoreCase: true, taken: GLOBALS });
    const files = uniqueNames(names.map(fileName), { ignoreCase: true, separator: '-', taken: [...DEVICES, ...MODULES] });
    ordered.forEach((entry, index) => {
      entry.model = { name: names[index], file: entry.own ? files[index] : 'referenced' };
    });
    const models = Object.create(null);
    for (const { ref, model } of entries) models[ref] = model;
    for (const ref of Object.keys(table)) if (table[ref].type !== undefined) models[ref] = table[ref];
    for (const [ref, place] of spellings) if (models[place] !== undefined) models[ref] = models[place];
    return models;
  }

  function typeName(text) {
    const name = /^[A-Z][A-Za-z0-9]*$/.test(text) ? text : pascalCase(text);
    return name === '' ? 'Schema' : identifier(name.slice(0, NAME_LENGTH));
  }

  function fileName(name) {
    const file = kebabCase(name).normalize('NFC');
    return file === '' ? 'schema' : [...file].slice(0, FILE_LENGTH).join('').replace(/-+$/, '');
  }

  /** What a schema that has no name would be called by a reader of the document: by the place it stands at. */
  function placeName(document, segments) {
    const last = segments.at(-1);
    const before = segments.at(-2);
    if (segments.length < 2 || ['properties', 'patternProperties', '$defs', 'definitions', 'schemas'].includes(before)) return last ?? 'Document';
    const outer = () => placeName(document, segments.slice(0, -1));
    if (last === 'items') return singularize(outer());
    if (last === 'additionalProperties') return `${outer()} value`;
    if (last === 'schema') return contentName(document, segments.slice(0, -1));
    if (/^\d+$/.test(last)) return `${placeName(document, segments.slice(0, -2))} ${Number(last) + 1}`;
    return outer();
  }

  function contentName(document, segments) {
    const at = segments.findLastIndex((segment) => ['responses', 'requestBody', 'requestBodies', 'parameters'].includes(segment));
    const owner = resolve(document, `#${segments.slice(0, at).map(pointerStep).join('')}`);
    const operation = segments[0] === 'paths' ? (owner?.operationId ?? `${segments[2]} ${segments[1]}`) : '';
    const kind = segments[at];
    const key = segments[at + 1] ?? '';
    if (kind === 'parameters') return `${operation} ${Array.isArray(owner?.parameters) ? owner.parameters[Number(key)]?.name : key}`;
    if (kind === 'responses') return segments[0] === 'paths' ? `${operation} ${key.startsWith('2') ? '' : key} response` : `${key} response`;
    return segments[0] === 'paths' ? `${operation} body` : `${key} body`;
  }

  return { models, referenced, members, cycles, namedModels };
};

module.exports.hasRefSiblings = hasRefSiblings;

/** The references that a schema's `allOf` inherits from. */
function basesOf(schema) {
  const parts = isObject(schema) && Array.isArray(schema.allOf) ? schema.allOf : [];
  return parts.flatMap((part) => (typeof part?.$ref === 'string' ? [part.$ref] : basesOf(part)));
}

/** Since 3.1, keywords beside a `$ref` count. */
function hasRefSiblings(document) {
  return !/^(?:[12]|3\.0|3$)/.test(String(document.openapi ?? ''));
}

const pointerStep = (segment) => `/${segment.replaceAll('~', '~0').replaceAll('/', '~1')}`;
const componentRef = (key) => `#/components/schemas${pointerStep(key)}`;
const titleOf = (schema) => (typeof schema?.title === 'string' && schema.title.trim() !== '' ? schema.title : undefined);
const isAsSpelled = (entry) => entry.own && entry.ref === componentRef(entry.base);

/** Follows references that are nothing but references, as far as they lead. */
function finalPlace(document, ref) {
  let place = ref;
  const seen = new Set();
  while (!isComponent(place) && !seen.has(place)) {
    seen.add(place);
    const target = resolve(document, place);
    if (!isObject(target) || typeof target.$ref !== 'string') break;
    place = canonical(target.$ref);
  }
  return place;
}

/** The keyword for a schema so simple that a name would only hide it. */
function plainType(schema) {
  if (!isObject(schema) || schema.enum !== undefined || schema.const !== undefined || schema.nullable === true) return undefined;
  if (schema.format === 'binary' || schema.format === 'date' || schema.format === 'date-time') return undefined;
  if (schema.allOf !== undefined || schema.oneOf !== undefined || schema.anyOf !== undefined) return undefined;
  return { string: 'string', number: 'number', integer: 'number', boolean: 'boolean' }[schema.type];
}

/**
 * Circles of schemas that refer to each other without an object or array between: TypeScript cannot resolve such
 * aliases (TS2456). Inside each circle the references in intersections are broken first, because in a choice a name
 * reads best (`Pet = Cat | Dog`, `Cat = { …Pet's own… } & { … }`); what is circular still, everywhere.
 */
function circularModels(document, refs, eagerReferences) {
  const edges = new Map();
  for (const ref of refs) {
    const place = canonical(ref);
    if (!edges.has(place)) edges.set(place, eagerReferences(resolve(document, place)).map((edge) => ({ ...edge, to: canonical(edge.ref) })));
  }
  const table = {};
  for (const component of circularComponents(edges)) {
    const inside = new Set(component);
    const unions = new Map(component.map((place) => [place, edges.get(place).filter((edge) => inside.has(edge.to) && edge.position === 'union')]));
    const still = new Set(circularComponents(unions).flat());
    for (const place of component) {
      const within = {};
      const breaks = {};
      for (const other of component) for (const edge of edges.get(other)) if (inside.has(edge.to)) within[edge.ref] = true;
      for (const edge of edges.get(place)) {
        if (inside.has(edge.to) && (edge.position === 'intersection' || (still.has(place) && still.has(edge.to)))) breaks[edge.ref] = true;
      }
      table[place] = { within, breaks };
    }
  }
  return table;
}

/** The strongly connected components with more than one node, or one that leads to itself (Tarjan, 1972; no recursion). */
function circularComponents(edges) {
  const index = new Map();
  const low = new Map();
  const open = [];
  const isOpen = new Set();
  const found = [];
  for (const root of edges.keys()) {
    if (index.has(root)) continue;
    const work = [{ node: root, next: 0 }];
    while (work.length > 0) {
      const frame = work[work.length - 1];
      const { node } = frame;
      if (frame.next === 0 && !index.has(node)) {
        index.set(node, index.size);
        low.set(node, index.get(node));
        open.push(node);
        isOpen.add(node);
      }
      const out = edges.get(node) ?? [];
      if (frame.next < out.length) {
        const { to } = out[frame.next++];
        if (!edges.has(to)) continue;
        if (!index.has(to)) work.push({ node: to, next: 0 });
        else if (isOpen.has(to)) low.set(node, Math.min(low.get(node), index.get(to)));
        continue;
      }
      work.pop();
      const parent = work[work.length - 1]?.node;
      if (parent !== undefined) low.set(parent, Math.min(low.get(parent), low.get(node)));
      if (low.get(node) !== index.get(node)) continue;
      const component = open.splice(open.indexOf(node));
      component.forEach((member) => isOpen.delete(member));
      if (component.length > 1 || out.some((edge) => edge.to === node)) found.push(component);
    }
  }
  return found;
}
