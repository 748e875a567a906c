'use strict';

const { isObject } = require('../openapi-types/documents.js');
const { answerOf } = require('./media.js');

const STATUS = /^(?:[1-5]\d\d|[1-5]XX|default)$/i;

/**
 * What an operation may answer: { successes, failures, accept }, the first two lists of { status, schema }, where
 * `status` is the text of a TypeScript type and `schema` undefined means no body. `default` counts as success only where
 * nothing else does.
 */
module.exports = function answersOf(item) {
  const { responses: declared } = item;
  const responses = isObject(declared) ? declared : {};
  const statuses = Object.keys(responses).filter((status) => STATUS.test(status));
  const isSuccess = (status) => status.startsWith('2');
  const hasSuccess = statuses.some(isSuccess);
  const accepts = new Set();
  const successes = [];
  const failures = [];
  for (const status of statuses) {
    const response = responses[status];
    const bodiless = item.method === 'head' || ['204', '205', '304'].includes(status);
    const answer = bodiless || !isObject(response) ? {} : answerOf(response.content);
    const entry = { status: /^\d+$/.test(status) ? status : 'number', schema: answer.schema };
    if (isSuccess(status) || (status === 'default' && !hasSuccess)) {
      successes.push(entry);
      if (answer.schema !== undefined) accepts.add(answer.accept ?? 'application/json');
    }
    if (!isSuccess(status)) failures.push(entry);
  }
  return { successes, failures, accept: accepts.size === 0 || (accepts.size === 1 && accepts.has('application/json')) ? undefined : [...accepts].join(', ') };
};
