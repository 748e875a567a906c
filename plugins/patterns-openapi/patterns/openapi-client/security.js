'use strict';

const { isObject } = require('../openapi-types/documents.js');

/** The security schemes of a document, as code of http.ts. Those that a client cannot serve by itself are left out. */
module.exports = (conductor) => {
  const { propertyAccess, propertyKey, quote, schemaComment } = conductor;

  function schemesOf(document) {
    const declared = isObject(document.components?.securitySchemes) ? document.components.securitySchemes : {};
    return Object.keys(declared).flatMap((name) => {
      const scheme = conductor.deref(declared[name]);
      const parts = isObject(scheme) ? partsOf(scheme) : undefined;
      if (parts === undefined) return [];
      const comment = conductor.options.comments ? schemaComment({ description: scheme.description }, { indent: '  ' }) : '';
      return [{ name, key: propertyKey(name), access: propertyAccess('credentials', name), comment, ...parts }];
    });
  }

  function partsOf(scheme) {
    const name = typeof scheme.name === 'string' ? scheme.name : '';
    const bearer = { type: 'Secret', apply: "request.headers.set('authorization', `Bearer ${secret}`)" };
    if (scheme.type === 'oauth2' || scheme.type === 'openIdConnect') return bearer;
    if (scheme.type === 'http' && /^basic$/i.test(scheme.scheme)) {
      return {
        type: 'Secret<{ readonly username: string; readonly password: string }>',
        apply: "request.headers.set('authorization', `Basic ${base64(`${secret.username}:${secret.password}`)}`)",
        usesBase64: true,
      };
    }
    if (scheme.type === 'http' && /^bearer$/i.test(scheme.scheme)) return bearer;
    if (scheme.type !== 'apiKey') return undefined;
    if (scheme.in === 'header') return { type: 'Secret', apply: `request.headers.set(${quote(name)}, secret)` };
    const list = { query: 'query', cookie: 'cookies' }[scheme.in];
    return list === undefined ? undefined : { type: 'Secret', apply: `request.${list}.push(\`${encodeURIComponent(name)}=\${encodeURIComponent(secret)}\`)` };
  }

  /** A security requirement as a literal: alternatives, each a list of schemes; undefined where none is stated. */
  function requirementText(requirement, known) {
    if (!Array.isArray(requirement)) return undefined;
    const alternatives = requirement
      .filter(isObject)
      .map((alternative) => Object.keys(alternative))
      .filter((names) => names.every((name) => known.has(name)));
    return `[${alternatives.map((names) => `[${names.map(quote).join(', ')}]`).join(', ')}]`;
  }

  return { schemesOf, requirementText };
};
