import { collect, done, failed, type Failure, type Outcome } from '@nx-conductor/core';
import type { Surroundings, TemplateCounts } from '@nx-conductor/generate';
import type { Input } from '@nx-conductor/outputs';
import type { Config } from '../config/config';
import { findInputs, needsOf, surroundingsOf, type CommandNeeds } from '../commands/surroundings';
import { peekConfig, type Peek } from '../config/peek';
import { configPlaces, parseConfig, type ConfigPlace, type ConfigText } from '../config/read';
import { choosePattern } from '../patterns/choose';
import { readPatternFolder, type PatternPlace } from '../patterns/discover';
import type { Run } from './run';
import { rulesInUse, type RuleFile } from '../rules/find-rules';
import { formatInputs, listInputs } from './inputs';
import { faultsOfOthers, loadPattern, type LoadedPattern } from './patterns';
import { readSpecs, type ProjectSpecs } from './specs';

/** Everything a run reads, checked. */
export interface Inputs {
  readonly config: Config;
  readonly place: ConfigPlace;
  readonly specs: ProjectSpecs;
  readonly loaded: ReadonlyMap<string, LoadedPattern>;
  /** Files of rules that mend or judge what the run makes. */
  readonly rules: readonly RuleFile[];
  readonly surroundings: Surroundings;
  readonly needs: CommandNeeds;
  readonly list: readonly Input[];
  readonly templates: TemplateCounts;
  readonly warnings: readonly Failure[];
}

/** Reads and checks the configuration, the patterns in use and the specs; reports all that is wrong with any of them. */
export async function readInputs(run: Run, configText: ConfigText): Promise<Outcome<Inputs>> {
  const { project, machine, reader } = run;
  const parsed = parseConfig(configText.text, project, run.cache.checked);
  if (!parsed.ok) return parsed;
  const config = parsed.value;
  const place = configPlaces(configText, project);
  const loaded = loadPatterns(run, config, place);
  const specs = await readSpecs(run, config, place);
  if (!loaded.ok || !specs.ok) return failed(...[loaded, specs].flatMap((each) => (each.ok ? [] : each.failures)));

  const patterns = [...loaded.value.values()];
  const used = new Set(patterns.map((each) => each.pattern.folder.path));
  const needs = needsOf(patterns.map((each) => each.pattern));
  const files = await findInputs(machine, project, needs.globs, config.output);
  const rules = rulesInUse(machine.disk, reader, project, run.edition.home, peekConfig(configText.text) as Peek);
  const others = run.places.filter((place) => !used.has(place.path)).map((place) => readPatternFolder(machine.disk, reader, place, project));
  const list = listInputs(
    {
      config: configText,
      patterns: patterns.flatMap((each) => [...each.pattern.folder.files.values()]),
      specs: [...new Set(specs.value.specs.flatMap((spec) => spec.files.map((file) => file.path)))],
      globs: specs.value.globs,
      modules: [...new Set(patterns.flatMap((each) => each.modules))],
      format: formatInputs(config.format, project, reader),
      rules,
      needs: { ...needs, files },
    },
    project,
    reader,
  );
  const sum = (count: keyof TemplateCounts) => patterns.reduce((total, each) => total + each.counts[count], 0);
  return done({ config, place, specs: specs.value, loaded: loaded.value, rules: rules.files, surroundings: surroundingsOf(machine, project, reader, files), needs, list, templates: { total: sum('total'), hits: sum('hits'), misses: sum('misses') }, warnings: faultsOfOthers(others, run.cache) });
}

/** Reads and compiles every pattern in use, each once, and reports all that are broken. */
function loadPatterns(run: Run, config: Config, at: ConfigPlace): Outcome<Map<string, LoadedPattern>> {
  const { machine, reader, cache, options } = run;
  // Without the store nothing of earlier runs is wanted.
  const warm = options.cache && options.templateCache && options.incremental ? run.warm : undefined;
  const load = (place: PatternPlace) => {
    const folder = readPatternFolder(machine.disk, reader, place, run.project);
    const anew = () => loadPattern(folder, machine, reader, cache);
    return warm ? warm.pattern(folder, (path) => reader.digest(path), anew) : anew();
  };
  const ids = [...new Set(config.patterns.map((use) => use.use))];
  const loaded = collect(
    ids.map((id) => {
      const place = choosePattern(id, run.places, () => at('patterns', config.patterns.findIndex((use) => use.use === id), 'use'));
      return place.ok ? load(place.value) : place;
    }),
  );
  return loaded.ok ? done(new Map(ids.map((id, index) => [id, loaded.value[index] as LoadedPattern]))) : loaded;
}

