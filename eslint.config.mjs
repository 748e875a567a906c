import eslint from '@eslint/js';
import nx from '@nx/eslint-plugin';
import tseslint from 'typescript-eslint';

/**
 * The star of ARCHITECTURE.md as tags: the middle rooms know core only, run knows them all, host touches the
 * machine, plugins/ alone knows Nx. `tools/imports` checks what tags cannot say: Node's own modules and globals.
 */
const star = [
  { sourceTag: 'room:core', onlyDependOnLibsWithTags: [] },
  { sourceTag: 'room:middle', onlyDependOnLibsWithTags: ['room:core'] },
  { sourceTag: 'room:host', onlyDependOnLibsWithTags: ['room:core'] },
  { sourceTag: 'room:run', onlyDependOnLibsWithTags: ['room:core', 'room:middle', 'room:host'] },
  { sourceTag: 'room:plugin', onlyDependOnLibsWithTags: ['room:core', 'room:middle', 'room:run', 'room:host', 'room:pack'] },
  { sourceTag: 'room:pack', onlyDependOnLibsWithTags: [] },
  { sourceTag: 'room:codegen', onlyDependOnLibsWithTags: [] },
  { sourceTag: 'room:testkit', onlyDependOnLibsWithTags: ['room:core', 'room:host'] },
];

/** Tests may use the testkit and, to test rooms together, any room. */
const starInTests = star.map(({ sourceTag }) => ({ sourceTag, onlyDependOnLibsWithTags: ['*'] }));

const boundaries = (depConstraints, { inTests }) => [
  'error',
  { depConstraints, allowCircularSelfDependency: inTests, enforceBuildableLibDependency: false, ignoredCircularDependencies: testkitCycles },
];

/** The testkit makes values of core and host; their tests use the testkit. No source file takes part in the circle. */
const testkitCycles = ['core', 'host'].map((room) => ['testkit', room]);

export default tseslint.config(
  { ignores: ['**/dist', '**/node_modules', '**/coverage', '**/generated', 'libs/codegen', 'libs/workflow', 'tools/bench', 'tools/corpus/{good,one-fault,several-faults,adversarial,by-hand,held-out}', 'tools/same-meaning/constructs', '**/*.golden.*', '**/golden'] },
  eslint.configs.recommended,
  ...tseslint.configs.strict,
  ...tseslint.configs.stylistic,
  { linterOptions: { reportUnusedDisableDirectives: 'error', noInlineConfig: true } },
  {
    plugins: { '@nx': nx },
    rules: {
      eqeqeq: 'error',
      'no-console': 'error',
      'object-shorthand': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'none', ignoreRestSiblings: true }],
      // The keys of a dictionary, such as Node's module cache, are computed.
      '@typescript-eslint/no-dynamic-delete': 'off',
      // A type-level dictionary and a loop over indexes are sometimes what the problem is.
      '@typescript-eslint/consistent-indexed-object-style': 'off',
      '@typescript-eslint/prefer-for-of': 'off',
      '@typescript-eslint/consistent-type-definitions': 'off',
      // Heavy libraries are required inside the function that needs them; `tools/imports` watches require too.
      '@typescript-eslint/no-require-imports': 'off',
      '@typescript-eslint/array-type': ['error', { default: 'array', readonly: 'array' }],
    },
  },
  { files: ['libs/**/*.ts', 'plugins/**/*.ts'], rules: { '@nx/enforce-module-boundaries': boundaries(star, { inTests: false }) } },
  {
    files: ['**/tests/**/*.ts', '**/e2e/**/*.ts', '**/*.spec.ts'],
    rules: { '@nx/enforce-module-boundaries': boundaries(starInTests, { inTests: true }) },
  },
  {
    files: ['**/*.js', '**/*.cjs'],
    languageOptions: { sourceType: 'commonjs', globals: { require: 'readonly', module: 'writable', __dirname: 'readonly', process: 'readonly', console: 'readonly' } },
  },
  {
    files: ['**/*.mjs'],
    languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly' } },
    rules: { 'no-console': 'off' },
  },
  {
    // What is handed to a page runs in a browser.
    files: ['tools/browser/**/*.mjs'],
    languageOptions: { globals: { document: 'readonly', getComputedStyle: 'readonly', innerWidth: 'readonly', location: 'readonly' } },
  },
  {
    files: ['**/*.spec.mjs'],
    languageOptions: { globals: { describe: 'readonly', it: 'readonly', expect: 'readonly', beforeEach: 'readonly', afterEach: 'readonly', afterAll: 'readonly', test: 'readonly', __dirname: 'readonly', Buffer: 'readonly' } },
  },
);
