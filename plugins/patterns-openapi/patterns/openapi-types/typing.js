'use strict';

const modelTables = require('./models.js');

/**
 * Makes the options of `typeOf` for one module, and remembers which models (`used`) and which other types (`texts`) they name.
 * A reference such as `type:RawBody` stands for a type that no schema can describe.
 * @param place the schema being declared, when it is one that may lead in a circle
 * @param rename what the module calls a model, where its name is taken
 */
module.exports = (conductor, { models, members, cycles }) =>
  function typing(place, rename = (name) => name) {
    const { options } = conductor;
    const used = new Set();
    const texts = new Set();
    const circle = place === undefined ? undefined : cycles()[place];
    return {
      used,
      texts,
      options: {
        ref: (ref) => {
          if (ref.startsWith('type:')) {
            texts.add(ref.slice(5));
            return ref.slice(5);
          }
          const model = models()[ref];
          if (model === undefined) return options.unknownType;
          if (model.type !== undefined) return model.type;
          used.add(ref);
          return rename(model.name);
        },
        deref: (value) => (value.$ref.startsWith('type:') ? undefined : conductor.deref(value)),
        members: (ref) => (ref.startsWith('type:') ? undefined : (members()[ref] ?? undefined)),
        ...(circle === undefined ? {} : { cycles: { breaks: (ref) => circle.breaks[ref] === true, within: (ref) => circle.within[ref] === true } }),
        refSiblings: modelTables.hasRefSiblings({ openapi: conductor.document.openapi }),
        dates: options.dates,
        binary: options.binary,
        unknownType: options.unknownType,
        readonly: options.readonly,
        comments: options.comments,
        enums: options.enums,
        layout: 'block',
      },
    };
  };
