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
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': ['$1.ts', '$1.js', '$1'] },
  // ES modules among the dependencies go through swc too: jest loads CommonJS.
  transformIgnorePatterns: ['/node_modules/(?!(p-limit|yocto-queue|oxc-transform)/)'],
  testMatch: ['<rootDir>/src/**/*.spec.ts', '<rootDir>/tests/**/*.spec.ts'],
};
