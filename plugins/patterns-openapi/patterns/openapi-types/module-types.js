'use strict';

const circleOf = require('./circles.js');
const { canonical, hasRefSiblings, isObject, placeOf, resolve } = require('./documents.js');
const namesOf = require('./models.js');
const placeNames = require('./place-names.js');

/**
 * The types of one generated module: the options for `typeOf`, the models that it has to import, and the schemas that
 * it refers to where they stand in the document, outside components, which it declares itself.
 */
module.exports = (conductor) => {
  const { models, typeName } = namesOf(conductor);
  const placeName = placeNames(conductor);

  /**
   * @param own names that the module declares or imports from elsewhere
   * @param self the model that the module is of, if it is of one
   */
  return function moduleTypes(own, self) {
    const { document, options } = conductor;
    const taken = new Set([...namesOf.GLOBALS, ...own]);
    const imported = new Map();
    const names = new Map(self === undefined ? [] : [[self, self]]);
    const local = new Map();
    const texts = new Set();
    const members = new Map();
    const refSiblings = hasRefSiblings(document);

    /** A type for a reference: an imported model, a schema declared here, or for `type:RawBody` just that text. */
    function typeOfRef(ref) {
      if (ref.startsWith('type:')) {
        texts.add(ref.slice(5));
        return ref.slice(5);
      }
      const model = models()[ref] ?? models()[canonical(ref)];
      if (model !== undefined) return nameOfModel(model);
      const place = placeOf(document, ref);
      if (models()[place] !== undefined) return nameOfModel(models()[place]);
      return local.get(place) ?? nameOfPlace(place);
    }

    function nameOfModel({ name, file }) {
      let as = names.get(name);
      if (as === undefined) {
        as = claim(taken.has(name) ? `${name}Model` : name);
        names.set(name, as);
        imported.set(name, { name, file, as });
      }
      return as;
    }

    function nameOfPlace(place) {
      const schema = resolve(document, place);
      if (schema === undefined) return options.unknownType;
      const type = plainType(schema) ?? claim(typeName(placeName(document, place)));
      local.set(place, type);
      return type;
    }

    function claim(name) {
      let free = name;
      for (let number = 2; taken.has(free); number++) free = `${name}${number}`;
      taken.add(free);
      return free;
    }

    function membersOf(ref) {
      if (ref.startsWith('type:')) return undefined;
      if (!members.has(ref)) {
        // While it is being looked at, a schema that inherits from itself is no interface.
        members.set(ref, undefined);
        members.set(ref, conductor.interfaceMembers(resolve(document, ref), { refSiblings, members: membersOf }));
      }
      return members.get(ref);
    }

    const typeOptions = {
      ref: typeOfRef,
      deref: ({ $ref: ref }) => (ref.startsWith('type:') ? undefined : resolve(document, ref)),
      members: membersOf,
      refSiblings,
      dates: options.dates,
      binary: options.binary,
      unknownType: options.unknownType,
      readonly: options.readonly,
      comments: options.comments,
      enums: options.enums,
      layout: 'block',
    };

    /** The declaration of the schema at a place, with its doc comment. */
    function declare(schema, place, name) {
      const cycles = circleOf(document, place, conductor.eagerReferences);
      const comment = options.comments ? conductor.schemaComment(schema, { title: isTelling(schema, name) }) : '';
      return `${comment}${comment === '' ? '' : '\n'}${conductor.typeDeclaration(name, schema, cycles === undefined ? typeOptions : { ...typeOptions, cycles })}`;
    }

    /** A title that only repeats the name tells nothing. */
    function isTelling(schema, name) {
      const title = isObject(schema) ? schema.title : undefined;
      return typeof title === 'string' && conductor.pascalCase(title).toLowerCase() !== name.toLowerCase();
    }

    return {
      options: typeOptions,
      declare,

      /** Declarations of the schemas that were referred to where they stand, and of those that they refer to. */
      declareLocal() {
        const declarations = [];
        // A map keeps growing while it is walked, so this reaches everything.
        for (const [place, name] of local) {
          const schema = resolve(document, place);
          if (plainType(schema) === undefined) declarations.push(declare(schema, place, name));
        }
        return declarations;
      },

      /**
       * The models that the module's code names, each { name, file, as }, sorted by name. What was asked for may have
       * gone again: `unknown` takes every other member of a union with it.
       */
      imports: (code) => [...imported.values()].filter(({ as }) => isNamed(code, as)).sort((a, b) => (a.name < b.name ? -1 : 1)),

      /** True when a type of that text was used. */
      uses: (text) => texts.has(text),
    };
  };
};

/** True when a text has the name as a whole word outside of doc comments. */
function isNamed(code, name) {
  for (let at = code.indexOf(name); at >= 0; at = code.indexOf(name, at + name.length)) {
    if (IN_WORD.test(code[at - 1] ?? '') || IN_WORD.test(code[at + name.length] ?? '')) continue;
    if (!COMMENT_LINE.test(code.slice(code.lastIndexOf('\n', at) + 1, at))) return true;
  }
  return false;
}

const IN_WORD = /[\p{ID_Continue}$]/u;
const COMMENT_LINE = /^\s*(?:\/\*\*|\*)/;

/** The keyword for a schema so simple that a name would only hide it. */
function plainType(schema) {
  if (!isObject(schema) || schema.enum !== undefined || schema.const !== undefined || schema.nullable === true || schema.format !== undefined) return undefined;
  if (schema.allOf !== undefined || schema.oneOf !== undefined || schema.anyOf !== undefined) return undefined;
  return { string: 'string', number: 'number', integer: 'number', boolean: 'boolean' }[schema.type];
}
