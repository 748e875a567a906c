'use strict';

const { METHODS, followed, isObject } = require('../openapi-types/documents.js');

const DEVICES = ['con', 'prn', 'aux', 'nul', ...[1, 2, 3, 4, 5, 6, 7, 8, 9].flatMap((n) => [`com${n}`, `lpt${n}`])];
const FILE_LENGTH = 60;
/** Names that a class cannot give a method, or that would change what the object is: one with `then` is awaited. */
const NOT_METHODS = ['constructor', 'then', 'toString', 'valueOf', 'toJSON'];

/** Classes of the modules that every client folder has. */
const MODULES = ['Api', 'Http'];

/** The names of all clients, and of all operations in them. Tables, so that a job depends only on what it reads. */
module.exports = (conductor, models) => {
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
      const table = Object.create(null);
      tags.forEach((tag, index) => {
        table[tag] = { name: `${bases[index]}Client`, file: files[index], property: properties[index] };
      });
      return table;
    });

  /** { [operationKey(tag, item)]: { method: 'listUsers', type: 'ListUsers' } }. */
  const operations = conductor.table('operations', (document) => {
      const { stripTag } = conductor.options;
      const taken = Object.values(models(document))
        .map(({ name }) => name)
        .filter((name) => name !== undefined);
      const table = Object.create(null);
      for (const [tag, members] of operationsByTag(document)) {
        const full = members.map(({ id }) => camelCase(id));
        const short = stripTag ? members.map(({ id }) => camelCase(withoutTag(id, tag))) : full;
        // A short name that two operations would share goes to neither.
        const count = new Map();
        for (const name of short) count.set(name, (count.get(name) ?? 0) + 1);
        const wanted = members.map((_, index) => (short[index] !== '' && count.get(short[index]) === 1 ? short[index] : full[index]));
        const methods = uniqueNames(wanted.map((name) => (name === '' ? 'call' : memberName(name))), { taken: NOT_METHODS });
        const types = uniqueNames(methods.map((method) => identifier(pascalCase(method))), { ignoreCase: true });
        const free = freeTypes(types, new Set(taken));
        members.forEach((member, index) => {
          table[operationKey(tag, member)] = { method: methods[index], type: free[index] };
        });
      }
      return table;
    });

  /** Methods may be named like reserved words, but not begin with a digit. */
  const memberName = (name) => (/^\p{ID_Start}/u.test(name) ? name : `_${name}`);

  /** Names such that none with an ending of {@link TYPE_ENDINGS} is that of a model. */
  function freeTypes(types, models) {
    const isTaken = (type) => TYPE_ENDINGS.some((ending) => models.has(type + ending));
    const used = new Set(types);
    return types.map((type) => {
      if (!isTaken(type)) return type;
      let free = `${type}Operation`;
      for (let number = 2; isTaken(free) || used.has(free); number++) free = `${type}Operation${number}`;
      used.add(free);
      return free;
    });
  }

  return { clients, operations };
};

/** What the names of an operation's own types end in. */
const TYPE_ENDINGS = ['Request', 'Response', 'Error', 'Result'];

/** `users/list` without `users`: only where something that is neither letter nor digit stands between. */
function withoutTag(id, tag) {
  if (id[0]?.toLowerCase() !== tag[0]?.toLowerCase() || !id.toLowerCase().startsWith(tag.toLowerCase())) return id;
  const rest = id.slice(tag.length);
  return SEPARATED.test(rest) ? rest : id;
}

const SEPARATED = /^[^A-Za-z0-9\u0080-\uffff]+[A-Za-z\u0080-\uffff]/;

/** Method and path, not the pointer: one path item may stand under several paths. */
const operationKey = (tag, { method, path }) => `${tag} ${method} ${path}`;

module.exports.operationKey = operationKey;

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
