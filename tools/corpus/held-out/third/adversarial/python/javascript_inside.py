'use strict';

const { readFile } = require('node:fs/promises');

async function loadWagons(path) {
  const text = await readFile(path, 'utf8');
  return text.split('\n').filter(Boolean).map((line) => line.split(';'));
}

module.exports = { loadWagons };
