'use strict';

const { isObject, segmentsOf, valueAt } = require('./documents.js');

const NAMED_CHILDREN = ['properties', 'patternProperties', '$defs', 'definitions', 'schemas'];
const CONTENT_OWNERS = ['responses', 'requestBody', 'requestBodies', 'parameters'];
/** Words that a title may have to serve as a name; more make a sentence. */
const TITLE_WORDS = 4;

/**
 * What a reader of the document would call a schema that has no name: its title when that is short, else by the place
 * where it stands. `…/properties/regions/items` is `region`, `…/get/responses/200/content/application~1json/schema` is
 * `listRegions response`.
 */
module.exports = (conductor) =>
  function placeName(document, place) {
    const segments = segmentsOf(place);
    const title = valueAt(document, segments)?.title;
    if (typeof title === 'string' && title.trim() !== '' && conductor.words(title).length <= TITLE_WORDS) return title;
    return nameAt(segments);

    function nameAt(at) {
      const last = at.at(-1);
      if (at.length < 2 || NAMED_CHILDREN.includes(at.at(-2))) return last ?? 'document';
      const outer = at.slice(0, -1);
      if (last === 'items') return conductor.singularize(nameAt(outer));
      if (last === 'additionalProperties') return `${nameAt(outer)} value`;
      if (last === 'schema') return contentName(outer);
      return /^\d+$/.test(last) ? `${nameAt(outer.slice(0, -1))} ${Number(last) + 1}` : nameAt(outer);
    }

    function contentName(at) {
      const ownerAt = at.findLastIndex((segment) => CONTENT_OWNERS.includes(segment));
      const key = at[ownerAt + 1] ?? '';
      const owner = valueAt(document, at.slice(0, Math.max(ownerAt, 0)));
      const kind = at[ownerAt];
      if (at[0] !== 'paths') return kind === 'responses' ? `${key} response` : kind === 'requestBodies' ? `${key} body` : key;
      const operation = isObject(owner) && typeof owner.operationId === 'string' ? owner.operationId : `${at[2]} ${at[1]}`;
      if (kind === 'parameters') return `${operation} ${owner?.parameters?.[key]?.name ?? key}`;
      return kind === 'responses' ? `${operation} ${key.startsWith('2') ? '' : key} response` : `${operation} body`;
    }
  };
