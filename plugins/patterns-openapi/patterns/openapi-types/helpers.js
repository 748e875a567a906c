'use strict';

const { isObject, resolve } = require('./documents.js');
const namesOf = require('./models.js');
const typesOf = require('./module-types.js');

module.exports = (conductor) => {
  const { models } = namesOf(conductor);
  const moduleTypes = typesOf(conductor);

  return {
    /** The file name, without extension, of the module for the schema at a pointer. */
    modelFile: (pointer) => models()[pointer].file,

    /** The module of one schema: { imports, declarations }, both lines of code. */
    modelModule(item) {
      const { name } = models()[item.pointer];
      const types = moduleTypes([name], name);
      const own = types.declare(item.value, item.pointer, name);
      const declarations = [own, ...types.declareLocal()];
      const extension = conductor.options.importExtension;
      const imports = types
        .imports(declarations.join('\n'))
        .map((model) => `import type { ${model.name}${model.as === model.name ? '' : ` as ${model.as}`} } from './${model.file}${extension}';`);
      return { imports, declarations };
    },

    /** The lines of the index, sorted by file. */
    indexLines() {
      const { options } = conductor;
      const table = models();
      const lines = Object.keys(table).map((ref) => {
        const { name, file } = table[ref];
        const isValue = options.enums !== 'union' && isEnumeration(ref);
        return { file, text: `export ${isValue ? '' : 'type '}{ ${name} } from './models/${file}${options.importExtension}';` };
      });
      return lines.sort((a, b) => (a.file < b.file ? -1 : 1)).map((line) => line.text);
    },
  };

  /** An enumeration exists at run time, so it is not exported as a type only. */
  function isEnumeration(ref) {
    // The schema itself: one that only refers to an enumeration is an alias of its type.
    const schema = resolve(conductor.document, ref);
    return isObject(schema) && conductor.isEnumeration(schema);
  }
};
