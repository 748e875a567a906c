/**
 * What a judgement depends on besides text and rules: this room's own doings, by a number that goes up whenever they
 * change what is found, and the parsers. Part of the key of everything that is kept of a judgement.
 */
export const CHECK_VERSION = 'conductor check 2, @ast-grep/napi 0.51.1, lang-json 0.0.6, lang-python 0.0.6, lang-sql 0.0.8';
