'use strict';

const { canonical, isObject } = require('./documents.js');
const modelTables = require('./models.js');
const typingOf = require('./typing.js');

module.exports = (conductor) => {
  const { isEnumeration, schemaComment, typeDeclaration } = conductor;
  const tables = modelTables(conductor);
  const { models, referenced } = tables;

  const typing = typingOf(conductor, tables);

  /** A model's declaration with its doc comment. */
  function declared(schema, place, name, types) {
    const text = conductor.options.comments ? schemaComment(schema, { title: isTelling(schema, name) }) : '';
    return `${text === '' ? '' : `${text}\n`}${typeDeclaration(name, schema, types.options)}`;
  }

  /** A title that only repeats the name tells nothing. */
  function isTelling(schema, name) {
    const title = isObject(schema) ? schema.title : undefined;
    return typeof title === 'string' && conductor.pascalCase(title).toLowerCase() !== name.toLowerCase();
  }

  /** Import lines for the models that a module uses, one for each module that it takes them from. */
  function imports(used, folder, ownFile) {
    const files = new Map();
    for (const ref of used) {
      const { name, file } = models()[ref];
      if (file !== ownFile) files.set(file, (files.get(file) ?? new Set()).add(name));
    }
    return [...files.keys()].sort().map((file) => {
      return `import type { ${[...files.get(file)].sort().join(', ')} } from '${folder}${file}${conductor.options.importExtension}';`;
    });
  }

  return {
    /** The file name, without extension, of the module for the schema at a pointer. */
    modelFile: (pointer) => models()[pointer].file,

    /** True when schemas outside components are referred to. */
    hasReferenced: () => Object.keys(referenced()).length > 0,

    /** The module of one schema: { imports, declaration }. */
    modelModule(item) {
      const { name, file } = models()[item.pointer];
      const types = typing(item.pointer);
      const declaration = declared(item.value, item.pointer, name, types);
      return { imports: imports(types.used, './', file), declaration };
    },

    /** The module of all schemas that are referred to where they stand: { imports, declarations }. */
    referencedModule() {
      const used = new Set();
      const table = referenced();
      const declarations = Object.keys(table).map((place) => {
        const types = typing(place);
        const text = declared(conductor.deref({ $ref: place }), place, table[place].name, types);
        types.used.forEach((ref) => used.add(ref));
        return text;
      });
      return { imports: imports(used, './', 'referenced'), declarations };
    },

    /** The lines of the index, sorted by file. */
    indexLines() {
      const { options } = conductor;
      const table = models();
      const files = new Map();
      for (const ref of Object.keys(table)) {
        if (table[ref].file === undefined || canonical(ref) !== ref) continue;
        const { name, file } = table[ref];
        const schema = options.enums === 'union' ? undefined : conductor.deref({ $ref: ref });
        const isValue = isObject(schema) && isEnumeration(schema);
        const key = `${file}\n${isValue ? 'value' : 'type'}`;
        files.set(key, (files.get(key) ?? new Set()).add(name));
      }
      return [...files.keys()].sort().map((key) => {
        const [file, kind] = key.split('\n');
        return `export ${kind === 'type' ? 'type ' : ''}{ ${[...files.get(key)].sort().join(', ')} } from './models/${file}${options.importExtension}';`;
      });
    },
  };
};
