import type { Severity } from '@nx-conductor/check';
import type { AdapterId } from '@nx-conductor/core';
import type { OnConflict } from '@nx-conductor/outputs';
import type { AskedOptimizations } from './optimizations';

/** Formatters that Conductor can call when they are installed. */
export const FORMATTERS = ['oxfmt', 'prettier'] as const;
export type FormatterName = (typeof FORMATTERS)[number];

/** A spec as `conductor.json` names it. */
export interface SpecConfig {
  readonly adapter: AdapterId;
  readonly path: string;
  readonly name?: string | undefined;
}

/** A use of a pattern as `conductor.json` names it. */
export interface PatternConfig {
  readonly use: string;
  readonly options?: Readonly<Record<string, unknown>> | undefined;
  readonly specs?: readonly string[] | undefined;
  readonly output?: string | undefined;
}

/** What becomes of a source that cannot be emitted on its own. */
export const FALLBACKS = ['none', 'tsc'] as const;
export type Fallback = (typeof FALLBACKS)[number];

/** How the artifacts are compiled, as `conductor.json` says. */
export interface CompileConfig {
  readonly tsConfig?: string | undefined;
  readonly output?: string | undefined;
  readonly fallback?: Fallback | undefined;
}

/** What a finding that rejects a file means for a run of generate. */
export const GATES = ['error', 'warn', 'off'] as const;
export type Gate = (typeof GATES)[number];

/** What `conductor.json` makes of a rule: its severity in place of the rule's own, or `off`. */
export type RuleSetting = Severity | 'off';

/** How rules are used, as `conductor.json` says. */
export interface RulesConfig {
  /** Packs; those named like a language or a role of the file when absent. The workspace's own rules count in any case. */
  readonly use?: readonly string[] | undefined;
  /** By id of the rule. */
  readonly set?: Readonly<Record<string, RuleSetting>> | undefined;
  /** Later ones win. Globs are relative to the project. */
  readonly overrides?: readonly { readonly files: readonly string[]; readonly set?: Readonly<Record<string, RuleSetting>> | undefined; readonly kinds?: readonly string[] | undefined }[] | undefined;
  /** Mend artifacts when they are made: by the fixes of all rules, or of the rules with these ids. */
  readonly fix?: boolean | readonly string[] | undefined;
}

/** Whether rules mend the artifacts of a project. */
export const mends = ({ rules }: Pick<Config, 'rules'>): boolean => rules?.fix === true || (Array.isArray(rules?.fix) && rules.fix.length > 0);

/** `conductor.json` with its defaults filled in. */
export interface Config {
  readonly specs: readonly SpecConfig[];
  readonly patterns: readonly PatternConfig[];
  readonly output: string;
  readonly format?: FormatterName | undefined;
  readonly onConflict: OnConflict;
  readonly compile?: CompileConfig | undefined;
  readonly validate?: Gate | undefined;
  readonly rules?: RulesConfig | undefined;
  readonly optimizations?: AskedOptimizations | undefined;
  readonly cache?: { readonly maxEntries?: number | undefined; readonly maxAgeDays?: number | undefined; readonly maxMegabytes?: number | undefined } | undefined;
}
