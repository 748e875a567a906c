import { collect, done, failed, type Failure, type Outcome, type Spec } from '@nx-conductor/core';
import { nameOfUse, optionFault, resolveUse, type Memory, type Pattern, type PatternOption, type ResolvedUse, type Surroundings, type Watch } from '@nx-conductor/generate';
import type { Config, PatternConfig } from '../config/config';
import type { ConfigPlace } from '../config/read';
import type { LoadedPattern } from './patterns';

/** The uses of patterns of a project, each on one spec, with their jobs. Nothing is rendered. */
export function resolveProject(config: Config, at: ConfigPlace, specs: readonly Spec[], loaded: ReadonlyMap<string, LoadedPattern>, surroundings: Surroundings, watch: Watch, memories?: ReadonlyMap<string, Memory>): Outcome<ResolvedUse[]> {
  const uses = collect(config.patterns.map((use, index) => resolvePattern(use, (...path) => at('patterns', index, ...path), specs, loaded.get(use.use) as LoadedPattern, surroundings, watch, memories)));
  return uses.ok ? done(uses.value.flat()) : uses;
}

function resolvePattern(use: PatternConfig, at: ConfigPlace, specs: readonly Spec[], loaded: LoadedPattern, surroundings: Surroundings, watch: Watch, memories: ReadonlyMap<string, Memory> | undefined): Outcome<ResolvedUse[]> {
  const { pattern } = loaded;
  const options = fillOptions(pattern, use, at);
  if (!options.ok) return options;
  const names = specs.map((spec) => spec.name);
  const unknown = (use.specs ?? []).filter((name) => !names.includes(name));
  if (unknown.length > 0) return failed(...unknown.map((name): Failure => ({ code: 'unknown-name', place: at('specs'), what: 'spec', name, known: names })));
  const accepted = specs.filter((spec) => (use.specs === undefined || use.specs.includes(spec.name)) && (pattern.accepts.length === 0 || pattern.accepts.includes(spec.adapter)));
  if (accepted.length === 0) {
    return failed({ code: 'invalid-value', place: at('use'), what: `"use": ${JSON.stringify(use.use)}`, expected: `a spec whose adapter is ${pattern.accepts.join(' or ')}`, received: specs.map((spec) => `${spec.name} (${spec.adapter})`).join(', ') });
  }
  return collect(
    accepted.map((spec) => {
      const one = { pattern, library: loaded.library, options: options.value, spec, folder: use.output ?? '', helpers: loaded.helpers, helpersDigest: loaded.helpersDigest, modules: loaded.makers, surroundings };
      return resolveUse(one, watch, memories?.get(nameOfUse(one)));
    }),
  );
}

/** Defaults filled in, values checked. A pattern that declares no options takes any. */
function fillOptions(pattern: Pattern, use: PatternConfig, at: ConfigPlace): Outcome<Readonly<Record<string, unknown>>> {
  const given = use.options ?? {};
  const known = Object.keys(pattern.options);
  const failures: Failure[] = [];
  if (known.length > 0) {
    for (const [key, value] of Object.entries(given)) {
      const option = Object.hasOwn(pattern.options, key) ? (pattern.options[key] as PatternOption) : undefined;
      if (!option) failures.push({ code: 'unknown-key', place: at('options', key), key, known });
      else {
        const expected = optionFault(option, value);
        if (expected !== undefined) failures.push({ code: 'invalid-value', place: at('options', key), what: `option ${JSON.stringify(key)} of pattern ${pattern.id}`, expected, received: JSON.stringify(value) });
      }
    }
  }
  if (failures.length > 0) return failed(...failures);
  const defaults = Object.entries(pattern.options).flatMap(([key, option]) => (option.default === undefined ? [] : [[key, option.default] as const]));
  // Not frozen: of a frozen object a view may not give views of what is in it.
  return done({ ...Object.fromEntries(defaults), ...given });
}
