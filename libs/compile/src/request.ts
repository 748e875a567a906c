import type { TypeScriptCompiler } from './typecheck/request';

/** What `compile` is asked to do. Nothing here is read from a configuration file: whoever asks has resolved that. */
export interface CompileRequest {
  /** Absolute folder of the project. */
  readonly root: string;
  /** Absolute path of the tsconfig that the options come from: the fallback compiles with it, and messages name it. */
  readonly tsConfig: string;
  /** Relative to the root, with `/`, in code-unit order: .ts .tsx .mts .cts .js .jsx .mjs .cjs .json; declaration files are left out. */
  readonly sources: readonly string[];
  /** Files that go to the output folder as they are. */
  readonly copies: readonly Copy[];
  /** Files that the project's configuration makes, such as a package.json. */
  readonly texts: readonly MadeText[];
  readonly options: EmitOptions;
  /** What emits a source that cannot be emitted from one file alone; undefined to refuse it. */
  readonly fallback: Fallback | undefined;
  /** Absolute path of the manifest, by custom `.conductor-compile` in the output folder. One project, one manifest. */
  readonly manifest: string;
  /** `plan` writes nothing and tells in full what `write` would do. */
  readonly mode: 'write' | 'plan';
  /** Compiles everything again, whatever the manifest says. */
  readonly force: boolean;
  /** Changes with every change of Conductor's own code: what older code emitted is compiled again. */
  readonly build: string;
  /** Most threads at work. */
  readonly parallel: number;
}

/** TypeScript as the compiler of what needs the whole program. */
export interface Fallback {
  readonly compiler: TypeScriptCompiler;
  /** Absolute paths of every file that decides the options: the tsconfig and what it extends. */
  readonly configs: readonly string[];
  /** Absolute paths of the declaration files that belong to the program: what they declare for all is imported by none. */
  readonly declarations: readonly string[];
}

/** An asset. */
export interface Copy {
  /** Absolute. */
  readonly from: string;
  /** Relative to the output folder, with `/`. */
  readonly to: string;
}

/** A file with a text that is known without a source. */
export interface MadeText {
  /** Relative to the output folder, with `/`. */
  readonly to: string;
  readonly text: string;
}

/** Editions of JavaScript that can be emitted. */
export type Target = 'es2015' | 'es2016' | 'es2017' | 'es2018' | 'es2019' | 'es2020' | 'es2021' | 'es2022' | 'es2023' | 'es2024' | 'es2025' | 'esnext';

/**
 * What of a tsconfig decides the emitted bytes, with TypeScript's defaults filled in. Names and meanings are those of
 * `compilerOptions` unless said otherwise. Folders are absolute.
 */
export interface EmitOptions {
  readonly rootDir: string;
  readonly outDir: string;
  /** The output folder when the tsconfig names none. */
  readonly declarationDir: string;
  readonly target: Target;
  /** What .ts, .tsx, .js and .jsx become. `.mts` and `.mjs` always become ES modules, `.cts` and `.cjs` CommonJS. */
  readonly module: 'esm' | 'commonjs';
  /** In CommonJS: `import()` stays (`node16` and later), or becomes a promise of `require` (`commonjs`). */
  readonly dynamicImport: 'keep' | 'require';
  readonly esModuleInterop: boolean;
  readonly jsx: 'preserve' | 'react-native' | 'react' | 'react-jsx' | 'react-jsxdev';
  readonly jsxFactory: string;
  readonly jsxFragmentFactory: string;
  readonly jsxImportSource: string;
  readonly experimentalDecorators: boolean;
  readonly emitDecoratorMetadata: boolean;
  /** Decides the types in decorator metadata. */
  readonly strictNullChecks: boolean;
  readonly useDefineForClassFields: boolean;
  readonly verbatimModuleSyntax: boolean;
  /** Without it (and without `verbatimModuleSyntax`) a re-export does not tell whether it is of a type. */
  readonly isolatedModules: boolean;
  readonly rewriteRelativeImportExtensions: boolean;
  readonly sourceMap: boolean;
  readonly inlineSourceMap: boolean;
  readonly inlineSources: boolean;
  readonly sourceRoot: string | undefined;
  readonly declaration: boolean;
  readonly declarationMap: boolean;
  readonly emitDeclarationOnly: boolean;
  readonly stripInternal: boolean;
  readonly newLine: 'lf' | 'crlf';
}
