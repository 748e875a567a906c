import { nearest, type Json } from '@nx-conductor/core';
import type { EmitOptions } from '../request';
import type { OptionIssue, Tsconfig } from './tsconfig';

/** What is refused, and what is done otherwise. */
export interface OptionIssues {
  readonly refused: readonly OptionIssue[];
  readonly overruled: readonly OptionIssue[];
}

/** Why an option with a value cannot be honoured. */
interface Rule {
  readonly when: (value: Json) => boolean;
  readonly reason: string;
  readonly hint: string;
}

const on = (value: Json) => value === true;
const off = (value: Json) => value === false;
const given = (value: Json) => value !== null && value !== false;

/** With these the outputs would be others than asked for. */
const REFUSED: Readonly<Record<string, Rule>> = {
  outFile: { when: given, reason: 'one file out of many needs the whole program at once; each file is compiled on its own', hint: 'remove it, or bundle the outputs with a bundler' },
  out: { when: given, reason: 'TypeScript has removed it', hint: 'remove it, or bundle the outputs with a bundler' },
  emitBOM: { when: on, reason: 'outputs are UTF-8 without a byte order mark', hint: 'remove it' },
  noEmitHelpers: { when: on, reason: 'outputs bring the helpers that they need', hint: 'remove it, or raise "target" so that no helpers are needed' },
  mapRoot: { when: given, reason: 'source maps lie beside the outputs', hint: 'remove it' },
  importsNotUsedAsValues: { when: given, reason: 'TypeScript has removed it', hint: 'use "verbatimModuleSyntax"' },
  preserveValueImports: { when: given, reason: 'TypeScript has removed it', hint: 'use "verbatimModuleSyntax"' },
  noImplicitUseStrict: { when: on, reason: 'TypeScript has removed it', hint: 'remove it' },
  alwaysStrict: { when: off, reason: 'CommonJS outputs are in strict mode', hint: 'remove it' },
};

/** With these the outputs are right, but something else is not as the option says. */
const OVERRULED: Readonly<Record<string, Rule>> = {
  noEmit: { when: on, reason: 'compile emits all the same: that is what it is for', hint: 'set it to false in the tsconfig that compile reads' },
  removeComments: { when: on, reason: 'comments stay: the compilers that emit one file alone keep those that tools and people read', hint: 'remove it, or let the bundler or minifier that comes after remove comments' },
  importHelpers: { when: on, reason: 'an output that needs helper functions brings them along, and imports nothing from tslib', hint: 'remove it, or raise "target" so that no helpers are needed' },
  noEmitOnError: { when: on, reason: 'compile does not check types: it emits what can be emitted', hint: 'let what publishes depend on typecheck, and set it to false here' },
};

/** What compile honours, and what `tsc` alone does with the whole program or the terminal. */
const KNOWN = new Set(
  (
    'target module jsx jsxFactory jsxFragmentFactory jsxImportSource reactNamespace experimentalDecorators emitDecoratorMetadata sourceMap inlineSourceMap ' +
    'inlineSources sourceRoot declaration declarationMap declarationDir emitDeclarationOnly verbatimModuleSyntax isolatedModules isolatedDeclarations ' +
    'useDefineForClassFields removeComments stripInternal rootDir outDir importHelpers newLine preserveConstEnums rewriteRelativeImportExtensions ' +
    'esModuleInterop allowJs checkJs resolveJsonModule composite incremental tsBuildInfoFile downlevelIteration moduleDetection ' +
    'allowArbitraryExtensions allowImportingTsExtensions allowSyntheticDefaultImports allowUmdGlobalAccess allowUnreachableCode allowUnusedLabels ' +
    'assumeChangesOnlyAffectDirectDependencies baseUrl charset customConditions diagnostics disableReferencedProjectLoad disableSizeLimit ' +
    'disableSolutionSearching disableSourceOfProjectReferenceRedirect erasableSyntaxOnly exactOptionalPropertyTypes explainFiles extendedDiagnostics ' +
    'forceConsistentCasingInFileNames generateCpuProfile generateTrace ignoreDeprecations keyofStringsOnly lib libReplacement listEmittedFiles listFiles ' +
    'listFilesOnly locale maxNodeModuleJsDepth moduleResolution moduleSuffixes noCheck noErrorTruncation noFallthroughCasesInSwitch noImplicitAny ' +
    'noImplicitOverride noImplicitReturns noImplicitThis noLib noPropertyAccessFromIndexSignature noResolve noStrictGenericChecks ' +
    'noUncheckedIndexedAccess noUncheckedSideEffectImports noUnusedLocals noUnusedParameters paths plugins preserveSymlinks preserveWatchOutput pretty ' +
    'resolvePackageJsonExports resolvePackageJsonImports rootDirs skipDefaultLibCheck skipLibCheck stableTypeOrdering strict strictBindCallApply ' +
    'strictBuiltinIteratorReturn strictFunctionTypes strictNullChecks strictPropertyInitialization suppressExcessPropertyErrors ' +
    'suppressImplicitAnyIndexErrors traceResolution typeRoots types useUnknownInCatchVariables'
  ).split(' '),
);

/** Holds the options of a tsconfig against what compile can do. */
export function issuesOf(given: Tsconfig['compilerOptions'], options: EmitOptions): OptionIssues {
  const told = (rules: Readonly<Record<string, Rule>>): OptionIssue[] =>
    Object.entries(rules).flatMap(([option, { when, reason, hint }]) => {
      const value = Object.hasOwn(given, option) ? given[option] : undefined;
      return value !== undefined && when(value) ? [{ option, value, reason, hint }] : [];
    });
  const unknown = Object.entries(given).flatMap(([option, value]) => (value === undefined || KNOWN.has(option) || option in REFUSED || option in OVERRULED ? [] : [unknownOption(option, value)]));
  return { refused: [...told(REFUSED), ...combinations(given, options)], overruled: [...told(OVERRULED), ...unknown] };
}

/** Options that exclude each other; TypeScript refuses these too. */
function combinations(given: Tsconfig['compilerOptions'], options: EmitOptions): OptionIssue[] {
  const issues: OptionIssue[] = [];
  const refuse = (option: string, value: Json, reason: string, hint: string) => void issues.push({ option, value, reason, hint });
  if (options.emitDeclarationOnly && !options.declaration) refuse('emitDeclarationOnly', true, 'nothing would be emitted without "declaration" (TS5069)', 'add "declaration": true, or remove it');
  if (options.sourceMap && options.inlineSourceMap) refuse('inlineSourceMap', true, 'it excludes "sourceMap" (TS5053)', 'keep one of them');
  if (options.inlineSources && !options.sourceMap && !options.inlineSourceMap) refuse('inlineSources', true, 'there is no source map to put them into (TS5051)', 'add "sourceMap": true, or remove it');
  if (options.emitDecoratorMetadata && !options.experimentalDecorators) refuse('emitDecoratorMetadata', true, 'standard decorators have no metadata of this kind (TS5052)', 'add "experimentalDecorators": true, or remove it');
  if (given['allowImportingTsExtensions'] === true && !options.rewriteRelativeImportExtensions && !options.emitDeclarationOnly) refuse('allowImportingTsExtensions', true, 'imports of .ts files would stay in the emitted JavaScript (TS5096)', 'use "rewriteRelativeImportExtensions": true');
  return issues;
}

function unknownOption(option: string, value: Json): OptionIssue {
  const near = nearest(option, [...KNOWN, ...Object.keys(REFUSED), ...Object.keys(OVERRULED)]);
  return { option, value, reason: 'it is no option of TypeScript that Conductor knows', hint: near === undefined ? 'remove it, or ask for it to be looked at' : `did you mean "${near}"?` };
}
