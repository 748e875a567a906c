const { existsSync } = require('node:fs');
const { join } = require('node:path');

/** A package of execa's that only ES modules can import by its name. */
const unicornMagic = ['execa/node_modules/unicorn-magic', 'unicorn-magic'].map((path) => join(__dirname, 'node_modules', path, 'node.js')).find(existsSync);

/** What every jest project here shares: TypeScript through swc, no babel, no globals beyond jest's own. */
module.exports = {
  testEnvironment: 'node',
  // Machines are shared: a test that is slow for once is no failure.
  testTimeout: 120_000,
  transform: {
    '^.+\\.[mc]?[jt]sx?$': [
      '@swc/jest',
      {
        jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
        module: { type: 'commonjs' },
      },
    ],
  },
  moduleNameMapper: { '^unicorn-magic$': unicornMagic, '^(\\.{1,2}/.*)\\.js$': ['$1.ts', '$1.js', '$1'] },
  // ES modules among the dependencies go through swc too: jest loads CommonJS.
  transformIgnorePatterns: ['/node_modules/(?!(p-limit|yocto-queue|oxc-transform|execa|@sec-ant/readable-stream|@sindresorhus/merge-streams|figures|get-stream|human-signals|is-plain-obj|is-stream|is-unicode-supported|npm-run-path|parse-ms|path-key|pretty-ms|strip-final-newline|unicorn-magic|yoctocolors)/)'],
  testMatch: ['<rootDir>/src/**/*.spec.ts', '<rootDir>/tests/**/*.spec.ts'],
};
