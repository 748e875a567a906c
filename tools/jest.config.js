const preset = require('../jest.preset.js');

/** The tools are plain .mjs, so jest compiles them too; what it tests must not use `import.meta`. */
module.exports = {
  ...preset,
  displayName: 'tools',
  transform: {
    ...preset.transform,
    '^.+\\.mjs$': ['@swc/jest', { jsc: { parser: { syntax: 'ecmascript' }, target: 'es2022' }, module: { type: 'commonjs' } }],
  },
  moduleNameMapper: {},
  testMatch: ['<rootDir>/*/*.spec.mjs'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/bench/'],
};
