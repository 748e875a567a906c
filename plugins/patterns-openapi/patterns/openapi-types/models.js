'use strict';

const { DEVICES, isObject } = require('./documents.js');

/** Names that the generated modules use from the language itself; a model of that name would hide them. */
const GLOBALS = ['Array', 'Blob', 'Date', 'Pick', 'ReadonlyArray', 'Required'];
/** Characters of a file name before its extension: far below 255 bytes even where a character takes four. */
const FILE_LENGTH = 60;
const NAME_LENGTH = 120;

/**
 * The names of all models, for both patterns of this pack: the client imports what the types export. A table
 * { [reference]: { name, file } } in the document's order, so that a job depends only on the entries that it reads.
 */
module.exports = (conductor) => {
  const { identifier, kebabCase, pascalCase, uniqueNames } = conductor;

  const models = conductor.table('models', (document) => {
    const schemas = document.components?.schemas;
    const entries = (isObject(schemas) ? Object.keys(schemas) : []).map((key) => ({ ref: `#/components/schemas/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`, key, name: typeName(key) }));
    // Whoever is spelled as it should be keeps its name, whatever else comes before it.
    const ordered = [...entries.filter(({ key, name }) => key === name), ...entries.filter(({ key, name }) => key !== name)];
    const names = uniqueNames(ordered.map(({ name }) => name), { ignoreCase: true });
    const files = uniqueNames(names.map(fileName), { ignoreCase: true, separator: '-', taken: [...DEVICES, 'index'] });
    const found = new Map(ordered.map(({ ref }, index) => [ref, { name: names[index], file: files[index] }]));
    return Object.fromEntries(entries.map(({ ref }) => [ref, found.get(ref)]));
  });

  /** A name for the type of what a document calls so: as it stands when it is one already, else in PascalCase. */
  function typeName(text) {
    const name = /^[A-Z][A-Za-z0-9]*$/.test(text) ? text : pascalCase(text);
    if (name === '') return 'Schema';
    return GLOBALS.includes(name) ? `${name}Model` : identifier(name.slice(0, NAME_LENGTH));
  }

  function fileName(name) {
    const file = [...kebabCase(name).normalize('NFC')].slice(0, FILE_LENGTH).join('').replace(/-+$/, '');
    return file === '' ? 'schema' : file;
  }

  return { models, typeName };
};

module.exports.GLOBALS = GLOBALS;
