import fc from 'fast-check';
import { builtinHelpers as helpers } from '../src/helpers';

const { camelCase, capitalize, constantCase, identifier, isIdentifier, isReservedWord, kebabCase, pascalCase, pluralize, propertyAccess, propertyKey, quote, sentenceCase, singularize, snakeCase, titleCase, uncapitalize, uniqueNames, words } = helpers;

/** Names as documents have them, and what they must not have. */
const names = fc.oneof(fc.string(), fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[A-Za-z0-9_ .\-/]{0,20}$/));

describe('words', () => {
  it.each([
    ['userId', ['user', 'Id']],
    ['HTTPServer', ['HTTP', 'Server']],
    ['XMLHttpRequest v2-alpha', ['XML', 'Http', 'Request', 'v2', 'alpha']],
    ['userIDs', ['user', 'IDs']],
    ['get_URLs', ['get', 'URLs']],
    ['io.k8s.api.core.v1beta1', ['io', 'k8s', 'api', 'core', 'v1beta1']],
    ['K8sApi', ['K8s', 'Api']],
    ['2fa', ['2fa']],
    ['ID2Name', ['ID2', 'Name']],
    ["user's guide", ['users', 'guide']],
    ['Größe in Zürich', ['Größe', 'in', 'Zürich']],
    ['ÄÖÜTest', ['ÄÖÜ', 'Test']],
    ['用户名称', ['用户名称']],
    ['', []],
    ['***', []],
    ['  ', []],
  ])('of %j are %j', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  it.each([[undefined, 'undefined'], [null, 'null'], [5, 'number'], [{}, 'object']])('of %j are refused by name', (given, kind) => {
    for (const helper of [words, camelCase, kebabCase, constantCase]) expect(() => helper(given as unknown as string)).toThrow(`takes a text; received ${kind}`);
  });

  it('finds the same words by its fast way for ASCII as by its general way', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z0-9 _./-]{0,24}$/), (text) => {
        // A letter beyond ASCII, in a word of its own, makes the general way do the work.
        expect([...words(text), 'é']).toEqual(words(`${text} é`));
      }),
    );
  });
});

describe('cases', () => {
  it.each([
    [camelCase, 'HTTPServer id', 'httpServerId'],
    [pascalCase, 'HTTPServer id', 'HttpServerId'],
    [kebabCase, 'HTTPServer id', 'http-server-id'],
    [snakeCase, 'HTTPServer id', 'http_server_id'],
    [constantCase, 'HTTPServer id', 'HTTP_SERVER_ID'],
    [titleCase, 'parse_HTTP_header', 'Parse HTTP Header'],
    [sentenceCase, 'parse_HTTP_header', 'Parse HTTP header'],
    [titleCase, 'userIDs', 'User IDs'],
    [capitalize, 'élan vital', 'Élan vital'],
    [uncapitalize, 'UserId', 'userId'],
    [capitalize, '', ''],
    [camelCase, '***', ''],
    [pascalCase, '2fa-code', '2faCode'],
    [kebabCase, 'ÄrgerlichÜbel', 'ärgerlich-übel'],
    [pascalCase, '𝔘𝔫𝔦 x', '𝔘𝔫𝔦X'],
  ] as const)('%p of %j is %j', (convert, text, expected) => {
    expect(convert(text)).toBe(expected);
  });

  it.each([kebabCase, snakeCase])('%p of its own result is the same', (convert) => {
    fc.assert(fc.property(names, (text) => expect(convert(convert(text))).toBe(convert(text))));
  });

  it('camelCase and pascalCase keep what they made of words of two letters or more', () => {
    const phrase = fc.array(fc.stringMatching(/^[a-z]{2,8}$/), { maxLength: 5 }).map((parts) => parts.join(' '));
    fc.assert(
      fc.property(phrase, (text) => {
        expect(camelCase(camelCase(text))).toBe(camelCase(text));
        expect(pascalCase(pascalCase(text))).toBe(pascalCase(text));
        expect(kebabCase(pascalCase(text))).toBe(kebabCase(text));
      }),
    );
  });

  it('leave nothing that is neither letter, mark, digit nor their separator', () => {
    fc.assert(
      fc.property(names, (text) => {
        expect(camelCase(text) + pascalCase(text)).toMatch(/^[\p{L}\p{M}\p{N}]*$/u);
        expect(kebabCase(text)).toMatch(/^(?:[\p{L}\p{M}\p{N}]+(?:-[\p{L}\p{M}\p{N}]+)*)?$/u);
      }),
    );
  });
});

describe('plurals', () => {
  it.each([
    ['user', 'users'], ['address', 'addresses'], ['box', 'boxes'], ['branch', 'branches'], ['category', 'categories'],
    ['day', 'days'], ['status', 'statuses'], ['bus', 'buses'], ['database', 'databases'], ['response', 'responses'],
    ['house', 'houses'], ['index', 'indices'], ['analysis', 'analyses'], ['person', 'people'], ['quiz', 'quizzes'],
    ['leaf', 'leaves'], ['movie', 'movies'], ['alias', 'aliases'], ['metadata', 'metadata'], ['series', 'series'],
    ['Person', 'People'], ['orderItem', 'orderItems'], ['order_child', 'order_children'], ['userID', 'userIDs'],
    ['USER_ADDRESS', 'USER_ADDRESSES'], ['userAPI', 'userAPIs'], ['key', 'keys'], ['', ''], ['***', '***'],
  ])('%j and %j', (one, many) => {
    expect(pluralize(one)).toBe(many);
    expect(pluralize(many)).toBe(many);
    expect(singularize(many)).toBe(one);
    expect(singularize(one)).toBe(one);
  }); // prettier-ignore
});

describe('identifiers', () => {
  it.each([
    ['name', 'name'],
    ['first-name', 'firstName'],
    ['class', 'class_'],
    ['any', 'any_'],
    ['2fa', '_2fa'],
    ['@odata.type', 'odataType'],
    ['', '_'],
    ['***', '_'],
    ['größe', 'größe'],
    ['a\u200db', 'a\u200db'],
    ['\u0301x', '_\u0301x'],
  ])('of %j is %j', (text, expected) => {
    expect(identifier(text)).toBe(expected);
  });

  it('are valid and not reserved, whatever the text', () => {
    fc.assert(
      fc.property(names, (text) => {
        const name = identifier(text);
        expect(isIdentifier(name)).toBe(true);
        expect(isReservedWord(name)).toBe(false);
        expect(() => new Function(`"use strict"; const ${name} = 1; return ${name};`)).not.toThrow();
        expect(identifier(name)).toBe(name);
      }),
    );
  });

  it('avoid what is taken, in a list or a set', () => {
    expect(identifier('user', { taken: ['user', 'user2'] })).toBe('user3');
    expect(identifier('user', { taken: new Set(['user']) })).toBe('user2');
    expect(identifier('user', { taken: [] })).toBe('user');
  });

  it('uniqueNames numbers equal names, with or without regard to case', () => {
    expect(uniqueNames(['a', 'A', 'a'])).toEqual(['a', 'A', 'a2']);
    expect(uniqueNames(['a', 'A', 'a'], { ignoreCase: true })).toEqual(['a', 'A2', 'a3']);
    expect(uniqueNames(['a', 'a2', 'a'], { separator: '-' })).toEqual(['a', 'a2', 'a-2']);
    expect(uniqueNames(['a', 'a2', 'a'])).toEqual(['a', 'a2', 'a3']);
    expect(uniqueNames(['con'], { taken: ['CON'], ignoreCase: true })).toEqual(['con2']);
    // Composed and decomposed accents are one name for a disk, and so are ß and SS.
    expect(uniqueNames(['é', 'e\u0301', 'straße', 'STRASSE'], { ignoreCase: true })).toEqual(['é', 'e\u03012', 'straße', 'STRASSE2']);
  });

  it('uniqueNames gives as many different names as there are texts', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'A', 'a2', 'A2', 'b', '__proto__'), { maxLength: 30 }), (list) => {
        const unique = uniqueNames(list, { ignoreCase: true });
        expect(unique).toHaveLength(list.length);
        expect(new Set(unique.map((name) => name.toLowerCase())).size).toBe(list.length);
      }),
    );
  });
});

describe('properties', () => {
  it.each([
    ['name', 'name', 'user.name'],
    ['class', 'class', 'user.class'],
    ['first-name', "'first-name'", "user['first-name']"],
    ["it's", '"it\'s"', 'user["it\'s"]'],
    ['', "''", "user['']"],
    ['2', "'2'", "user['2']"],
    ['__proto__', "['__proto__']", 'user.__proto__'],
  ])('%j is written %s and read %s', (key, written, read) => {
    expect(propertyKey(key)).toBe(written);
    expect(propertyAccess('user', key)).toBe(read);
  });

  it('propertyKey makes an object literal with just that key', () => {
    fc.assert(
      fc.property(fc.oneof(names, fc.constant('__proto__')), (key) => {
        const value = new Function(`return { ${propertyKey(key)}: 1 };`)() as object;
        expect(Object.keys(value)).toEqual([key]);
      }),
    );
  });

  it('quote makes a literal that means the text, on one line', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), names), (text) => {
        const literal = quote(text);
        expect(new Function(`return ${literal};`)()).toBe(text);
        expect(literal).not.toMatch(/[\r\n\u2028\u2029]/);
      }),
    );
    expect(quote('plain')).toBe("'plain'");
    expect(quote("won't")).toBe('"won\'t"');
    expect(quote(`both ' and "`)).toBe(`'both \\' and "'`);
    expect(quote('\ud800')).toBe("'\\ud800'");
  });
});
