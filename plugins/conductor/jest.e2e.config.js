/** End-to-end tests: the real Nx and the real command in workspaces of their own. They need a built plugin. */
module.exports = {
  ...require('../../jest.preset.js'),
  displayName: 'e2e',
  testMatch: ['<rootDir>/e2e/*.spec.ts'],
  testTimeout: 240_000,
  maxWorkers: 2,
};
