import { dirname, resolve } from 'node:path';
import type { EmitOptions, Target } from '../request';
import { readerOf } from './option-reader';
import { issuesOf } from './option-rules';
import { outputFolders } from './output-folders';
import type { OptionIssue, Tsconfig } from './tsconfig';

/** What is asked besides the tsconfig, and wins over it. */
export interface EmitWishes {
  /** Absolute. */
  readonly outDir?: string | undefined;
  /** Absolute. */
  readonly rootDir?: string | undefined;
  /** Absolute, for a tsconfig that names none. */
  readonly defaultOutDir: string;
  /** `type` of the package.json that the sources belong to: what `.ts` means where `module` is Node's. */
  readonly packageType: 'module' | 'commonjs';
}

/** The options of an emit, with what of the tsconfig is refused and what is done otherwise than it says. */
export interface ResolvedOptions {
  readonly options: EmitOptions;
  /** JSON modules are sources. */
  readonly resolveJsonModule: boolean;
  readonly allowJs: boolean;
  /** Without it a source with JSX has no meaning. */
  readonly jsxGiven: boolean;
  readonly refused: readonly OptionIssue[];
  readonly overruled: readonly OptionIssue[];
}

const TARGETS: readonly Target[] = ['es2015', 'es2016', 'es2017', 'es2018', 'es2019', 'es2020', 'es2021', 'es2022', 'es2023', 'es2024', 'es2025', 'esnext'];

/** Modules that are ECMAScript's whatever the package says. */
const ES_MODULES = ['es6', 'es2015', 'es2020', 'es2022', 'esnext', 'preserve'];
const NODE_MODULES = ['node16', 'node18', 'node20', 'nodenext'];

/** The edition from which class fields are standard ones by default. */
const STANDARD_FIELDS: Target = 'es2022';

/**
 * Resolves what of a tsconfig decides the emitted bytes. Defaults are those of TypeScript 6 and 7: `target` es2025,
 * `module` ES modules, `strict`, `esModuleInterop`, and the tsconfig's folder as `rootDir`.
 */
export function resolveEmitOptions(tsconfig: Tsconfig, wishes: EmitWishes): ResolvedOptions {
  const refused: OptionIssue[] = [];
  const read = readerOf(tsconfig.compilerOptions, refused);
  const folder = dirname(tsconfig.path);
  const path = (option: string): string | undefined => {
    const text = read.text(option);
    return text === undefined ? undefined : resolve(folder, text);
  };
  const target = read.oneOf('target', TARGETS, { es6: 'es2015' }) ?? 'es2025';
  const moduleKind = read.oneOf('module', ['commonjs', ...ES_MODULES, ...NODE_MODULES]) ?? 'esnext';
  const node = NODE_MODULES.includes(moduleKind);
  const bundler = (read.text('moduleResolution')?.toLowerCase() ?? (node ? moduleKind : 'bundler')) === 'bundler';
  const isolated = read.flag('isolatedModules') ?? false;
  const verbatim = read.flag('verbatimModuleSyntax') ?? false;
  const declaration = (read.flag('declaration') ?? false) || (read.flag('composite') ?? false);
  for (const option of ['outDir', 'declarationDir']) read.text(option);
  const jsx = read.oneOf('jsx', ['preserve', 'react-native', 'react', 'react-jsx', 'react-jsxdev']);
  const factory = read.text('jsxFactory');
  const options: EmitOptions = {
    rootDir: wishes.rootDir ?? path('rootDir') ?? folder,
    ...outputFolders(tsconfig, wishes.outDir, wishes.defaultOutDir),
    target,
    module: node ? (wishes.packageType === 'module' ? 'esm' : 'commonjs') : moduleKind === 'commonjs' ? 'commonjs' : 'esm',
    dynamicImport: moduleKind === 'commonjs' ? 'require' : 'keep',
    esModuleInterop: read.flag('esModuleInterop') ?? true,
    jsx: jsx ?? 'preserve',
    jsxFactory: factory ?? `${read.text('reactNamespace') ?? 'React'}.createElement`,
    jsxFragmentFactory: read.text('jsxFragmentFactory') ?? 'React.Fragment',
    jsxImportSource: read.text('jsxImportSource') ?? 'react',
    experimentalDecorators: read.flag('experimentalDecorators') ?? false,
    emitDecoratorMetadata: read.flag('emitDecoratorMetadata') ?? false,
    strictNullChecks: read.flag('strictNullChecks') ?? read.flag('strict') ?? true,
    useDefineForClassFields: read.flag('useDefineForClassFields') ?? TARGETS.indexOf(target) >= TARGETS.indexOf(STANDARD_FIELDS),
    verbatimModuleSyntax: verbatim,
    isolatedModules: isolated || verbatim,
    rewriteRelativeImportExtensions: read.flag('rewriteRelativeImportExtensions') ?? false,
    sourceMap: read.flag('sourceMap') ?? false,
    inlineSourceMap: read.flag('inlineSourceMap') ?? false,
    inlineSources: read.flag('inlineSources') ?? false,
    sourceRoot: read.text('sourceRoot'),
    declaration,
    declarationMap: declaration && (read.flag('declarationMap') ?? false),
    emitDeclarationOnly: read.flag('emitDeclarationOnly') ?? false,
    stripInternal: read.flag('stripInternal') ?? false,
    newLine: read.oneOf('newLine', ['lf', 'crlf']) ?? 'lf',
  };
  const resolveJsonModule = read.flag('resolveJsonModule') ?? (bundler || moduleKind === 'node20' || moduleKind === 'nodenext');
  const allowJs = read.flag('allowJs') ?? read.flag('checkJs') ?? false;
  const issues = issuesOf(tsconfig.compilerOptions, options);
  return { options, resolveJsonModule, allowJs, jsxGiven: jsx !== undefined, refused: [...refused, ...issues.refused], overruled: issues.overruled };
}

