'use strict';

const { DEVICES, METHODS, followed, isObject } = require('../openapi-types/documents.js');

const FILE_LENGTH = 60;
/** Names that a class cannot give a method, or that would change what the object is: one with `then` is awaited. */
const NOT_METHODS = ['constructor', 'then', 'toString', 'valueOf', 'toJSON'];

/** Classes of the modules that every client folder has. */
const MODULES = ['Api', 'Http'];

/** The names of all clients, and of all operations in them. Tables, so that a job depends only on what it reads. */
module.exports = (conductor) => {
  const { camelCase, identifier, kebabCase, pascalCase, uniqueNames } = conductor;

  /** { [tag]: { name: 'UsersClient', file: 'users', property: 'users' } }, in the document's order. */
  const clients = conductor.table('clients', (document) => {
    const tags = [...operationsByTag(document).keys()];
    const bases = uniqueNames(tags.map((tag) => identifier(pascalCase(tag) || 'Default')), { ignoreCase: true, taken: MODULES });
    const files = uniqueNames(bases.map((base) => [...(kebabCase(base).normalize('NFC') || 'client')].slice(0, FILE_LENGTH).join('').replace(/-+$/, '')), {
      ignoreCase: true,
      separator: '-',
      taken: [...DEVICES, 'index', 'http'],
    });
    const properties = uniqueNames(bases.map((base) => memberName(camelCase(base) || 'client')), { taken: NOT_METHODS });
    return Object.fromEntries(tags.map((tag, index) => [tag, { name: `${bases[index]}Client`, file: files[index], property: properties[index] }]));
  });

  /** { [tag]: { ['get /users']: { method: 'listUsers', type: 'ListUsers' } } }. */
  const operations = conductor.table('operations', (document) => {
    const { stripTag } = conductor.options;
    const tables = [];
    for (const [tag, members] of operationsByTag(document)) {
      const full = members.map(({ id }) => camelCase(id));
      const short = stripTag ? members.map(({ id }) => camelCase(withoutTag(id, tag))) : full;
      // A short name that two operations would share goes to neither.
      const count = new Map();
      for (const name of short) count.set(name, (count.get(name) ?? 0) + 1);
      const wanted = members.map((_, index) => (short[index] !== '' && count.get(short[index]) === 1 ? short[index] : full[index]));
      const methods = uniqueNames(wanted.map((name) => (name === '' ? 'call' : memberName(name))), { taken: NOT_METHODS });
      const types = uniqueNames(methods.map((method) => identifier(pascalCase(method))), { ignoreCase: true });
      const named = members.map(({ method, path }, index) => [`${method} ${path}`, { method: methods[index], type: types[index] }]);
      tables.push([tag, Object.fromEntries(named)]);
    }
    return Object.fromEntries(tables);
  });

  /** Methods may be named like reserved words, but not begin with a digit. */
  const memberName = (name) => (/^\p{ID_Start}/u.test(name) ? name : `_${name}`);

  return { clients, operations };
};

/** `users/list` without `users`: only where something that is neither letter nor digit stands between. */
function withoutTag(id, tag) {
  if (id[0]?.toLowerCase() !== tag[0]?.toLowerCase() || !id.toLowerCase().startsWith(tag.toLowerCase())) return id;
  const rest = id.slice(tag.length);
  return SEPARATED.test(rest) ? rest : id;
}

const SEPARATED = /^[^A-Za-z0-9\u0080-\uffff]+[A-Za-z\u0080-\uffff]/;

/** Map of tag to [{ id, method, path }], the document's tags first, then in the order of their first use. */
function operationsByTag(document) {
  const tags = new Map();
  if (Array.isArray(document.tags)) for (const tag of document.tags) if (typeof tag?.name === 'string') tags.set(tag.name, []);
  const paths = isObject(document.paths) ? document.paths : {};
  for (const path of Object.keys(paths)) {
    if (path.startsWith('x-')) continue;
    const item = followed(document, paths[path]);
    for (const method of isObject(item) ? METHODS : []) {
      const operation = followed(document, item[method]);
      if (!isObject(operation)) continue;
      const { operationId } = operation;
      const id = typeof operationId === 'string' && operationId !== '' ? operationId : `${method} ${path.replaceAll('{', 'by {')}`;
      const own = Array.isArray(operation.tags) ? operation.tags.filter((tag) => typeof tag === 'string') : [];
      for (const tag of new Set(own.length > 0 ? own : ['default'])) {
        const members = tags.get(tag);
        if (members === undefined) tags.set(tag, [{ id, method, path }]);
        else members.push({ id, method, path });
      }
    }
  }
  for (const [tag, members] of tags) if (members.length === 0) tags.delete(tag);
  return tags;
}
