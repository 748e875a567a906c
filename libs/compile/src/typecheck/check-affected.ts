import { basename, dirname } from 'node:path';
import type { Finding } from '../finding';
import type { Affected } from './affected';
import type { Changes } from './changes';
import { findingOf, inOrder } from './findings';
import { isBare, literalsOf } from './imports';
import { importsOf, isNew, OPAQUE, REACHES_OUT, refsOf, ROOT, type Known } from './known';
import { nameOf, pathOf } from './paths';
import type { TypecheckMachine, TypecheckRequest } from './request';
import type { Resident } from './resident';
import { ApiError, openSession, type ApiDiagnostic, type Session } from './session';
import { shapeOf, textOf } from './shape';

/** What came of checking some sources: what was found in them and what they refer to now, or why everything must be checked. */
export type PartialCheck =
  | { readonly kind: 'checked'; readonly findings: readonly Finding[]; readonly declarationFindings: readonly Finding[]; readonly syntax: boolean; readonly refs: ReadonlyMap<number, readonly number[]> }
  | { readonly kind: 'unsure'; readonly source: string; readonly reason: string };

/**
 * Checks some sources of a program. TypeScript is given the declarations of every other source in place of its text, so
 * that it reads and binds little and infers nothing; where a source is at fault, what it imports is given as it is, and
 * it is checked again, because reasons may tell of things that declarations leave out. All keep their paths, so that
 * modules are found and told of as ever.
 *
 * Of anything that could reach further than the sources in question it says that it is not sure.
 */
export async function checkAffected(affected: Affected & { kind: 'some' }, { changed, gone }: Changes, known: Known, request: TypecheckRequest, machine: TypecheckMachine, resident: Resident | undefined): Promise<PartialCheck> {
  const { root } = request;
  const { declarations, relinked } = affected;
  const rows = [...affected.rows.keys()].sort((a, b) => a - b);
  const rowOf = new Map(known.names.map((name, row) => [pathOf(root, name), row]));
  const files = rows.map((row) => pathOf(root, known.names[row] as string));
  const config = `${request.tsConfig.replaceAll('\\', '/').replace(/\.json$/, '')}.conductor-affected.json`;
  const whole = new Set(files);
  const reading = (path: string): Promise<string | undefined> | undefined => {
    if (path === config) return Promise.resolve(configText(request, files, known));
    const row = rowOf.get(path);
    if (row === undefined || row >= known.sources || whole.has(path) || gone.includes(row) || ((known.flags[row] as number) & (OPAQUE | REACHES_OUT)) !== 0) return undefined;
    return declarationsOf(row, path);
  };
  const declarationsOf = async (row: number, path: string): Promise<string | undefined> => {
    if (declarations.has(row)) return declarations.get(row);
    const content = machine.disk.read(path);
    return content && (await shapeOf(path, content, request.platform)).declarations;
  };
  const giveText = (path: string): Promise<string | undefined> => reading(path.replaceAll('\\', '/')) ?? NOTHING;
  // Files that came or went can lead imports elsewhere: a program that is put together anew cannot miss that.
  if (gone.length > 0 || relinked.size > 0 || changed.some(({ row }) => isNew(known, row))) resident?.close();
  const contents = changed.map(({ row }) => pathOf(root, known.names[row] as string));
  const { session, stale } = resident?.lease(request, config, giveText, whole, contents, machine) ?? { session: openSession(request, config, giveText, machine, 'short'), stale: [] };
  try {
    const checked = await check(session, stale);
    if (checked.kind === 'unsure') resident?.close();
    return checked;
  } catch (error) {
    resident?.close();
    if (!(error instanceof ApiError)) throw error;
    return { kind: 'unsure', source: `TypeScript ${request.compiler.version}`, reason: `its API did not answer as expected: ${error.message}` };
  } finally {
    if (resident === undefined) session.close();
  }

  async function check(session: Session, stale: readonly string[]): Promise<PartialCheck> {
    await session.update(stale);
    const stranger = (await session.fileNames()).find((path) => !rowOf.has(path.replaceAll('\\', '/')));
    if (stranger !== undefined) return { kind: 'unsure', source: nameOf(root, stranger), reason: 'was no part of the program' };
    const general = [...(await session.programDiagnostics('ConfigFileParsing')), ...(await session.programDiagnostics('Program'))];
    if (general[0]) return { kind: 'unsure', source: nameOf(root, request.tsConfig), reason: `an error of the whole program: ${general[0].text}` };
    const syntax = (await Promise.all(files.map((file) => session.diagnostics('Syntactic', file)))).flat();
    if (syntax.length > 0) return { kind: 'checked', findings: found(syntax), declarationFindings: [], syntax: true, refs: new Map() };

    const refs = await newRefs(session);
    if (!(refs instanceof Map)) return refs;
    const first = await Promise.all(files.map((file) => session.diagnostics('Semantic', file)));
    const faulty = files.filter((_, index) => (first[index] as readonly ApiDiagnostic[]).length > 0);
    const types = faulty.length === 0 ? [] : await again(session, faulty, refs);
    const late = hasEveryGlobalType(known, changed) ? [] : await session.programDiagnostics('Global');
    if (late[0]) return { kind: 'unsure', source: nameOf(root, request.tsConfig), reason: `an error of the whole program: ${late[0].text}` };
    const declared = known.declares ? (await Promise.all(files.map((file) => session.diagnostics('Declaration', file)))).flat() : [];
    return { kind: 'checked', findings: found(types), declarationFindings: found(declared), syntax: false, refs };
  }

  /** Checks sources with what they import as it is. */
  async function again(session: Session, faulty: readonly string[], refs: ReadonlyMap<number, readonly number[]>): Promise<readonly ApiDiagnostic[]> {
    const opened = new Set<string>();
    for (const file of faulty) {
      const row = rowOf.get(file) as number;
      for (const ref of refs.get(row) ?? refsOf(known, row)) {
        const path = pathOf(root, known.names[ref] as string);
        if (ref < known.sources && !whole.has(path)) opened.add(path);
      }
    }
    for (const path of opened) whole.add(path);
    if (opened.size > 0) await session.update([...opened]);
    return (await Promise.all(faulty.map((file) => session.diagnostics('Semantic', file)))).flat();
  }

  /** What sources whose imports changed, or may lead elsewhere, refer to now. */
  async function newRefs(session: Session): Promise<Map<number, readonly number[]> | (PartialCheck & { kind: 'unsure' })> {
    const refs = new Map<number, readonly number[]>();
    const texts = new Map(changed.map(({ row, text }) => [row, text]));
    for (const row of relinked) if (!texts.has(row)) texts.set(row, textOf(machine.disk.read(pathOf(root, known.names[row] as string)) ?? new Uint8Array()));
    const imports = new Map(changed.map((each) => [each.row, each.imports]));
    for (const [row, text] of texts) {
      const before = importsOf(known, row);
      const now = imports.get(row) ?? before;
      if (!relinked.has(row) && before.length === now.length && now.every((key, index) => before[index] === key)) continue;
      const resolved = text === undefined ? undefined : await resolvedIn(session, row, text);
      if (resolved === undefined) return { kind: 'unsure', source: known.names[row] as string, reason: 'imports what is no part of the program' };
      const left = leftBehind(row, now, resolved);
      if (left !== undefined) return { kind: 'unsure', source: known.names[row] as string, reason: left };
      refs.set(row, resolved);
    }
    for (const row of gone) {
      const left = leftBehind(row, [], []);
      if (left !== undefined) return { kind: 'unsure', source: known.names[row] as string, reason: `is gone, and ${left}` };
    }
    return refs;
  }

  /** Rows that a text refers to, as the checker resolved each of its literals; undefined for a file that is not known. */
  async function resolvedIn(session: Session, row: number, text: string): Promise<number[] | undefined> {
    const symbols = await session.symbols(pathOf(root, known.names[row] as string), literalsOf(text).map(({ offset }) => offset + 1));
    const places = new Set(symbols.flatMap((symbol) => symbol?.declarations ?? []).map((declaration) => declaration.slice(declaration.search(/(?<=^\d+\.\d+\.)/))));
    const found: number[] = [];
    for (const place of places) {
      const ref = rowOf.get(place) ?? rowOfLowered(place);
      if (ref === undefined) return undefined;
      if (ref !== row && ((known.flags[ref] as number) & REACHES_OUT) === 0) found.push(ref);
    }
    return found.sort((a, b) => a - b);
  }

  /** Why a source that imports less than before may take something out of the program; undefined when it does not. */
  function leftBehind(row: number, imports: ArrayLike<number>, resolved: readonly number[]): string | undefined {
    const now = new Set(Array.from(imports));
    const lost = [...importsOf(known, row)].filter((key) => !now.has(key));
    if (lost.some((key) => isBare(key) && !importedElsewhere(key, row))) return 'nothing else imports a package that it imported';
    const dropped = [...refsOf(known, row)].some((ref) => ref < known.sources && ((known.flags[ref] as number) & ROOT) === 0 && !resolved.includes(ref) && !gone.includes(ref));
    return dropped || (lost.length > 0 && hasHiddenGlobals(known, request)) ? 'a file that it imported is in the program only while something imports it' : undefined;
  }

  /** Where a disk does not tell case apart, TypeScript's keys of files are in lower case. */
  function rowOfLowered(place: string): number | undefined {
    const row = known.names.findIndex((name) => pathOf(root, name).toLowerCase() === place);
    return row === -1 ? undefined : row;
  }

  function importedElsewhere(key: number, row: number): boolean {
    const [from, to] = [known.importStart[row] as number, known.importStart[row + 1] as number];
    return known.imports.subarray(0, from).includes(key) || known.imports.subarray(to).includes(key);
  }

  function found(diagnostics: readonly ApiDiagnostic[]): Finding[] {
    const texts = new Map<string, string>();
    return inOrder(diagnostics.map((each) => findingOf(each, root, request.tsConfig, texts, machine.disk)));
  }
}

const NOTHING = Promise.resolve(undefined);

/**
 * The tsconfig of the partial program: the project's own, for the sources in question and for every file that declares
 * something for all. It is in no file: TypeScript is given this text. What only concerns emit is switched off.
 */
function configText(request: TypecheckRequest, files: readonly string[], known: Known): string {
  const forAll = [...known.names.keys()].filter((row) => ((known.flags[row] as number) & REACHES_OUT) !== 0 && !isLibrary(row, known, request));
  const all = new Set([...forAll.map((row) => pathOf(request.root, known.names[row] as string)), ...files]);
  const compilerOptions = { noEmit: true, composite: false, incremental: false, tsBuildInfoFile: null, declaration: known.declares };
  return JSON.stringify({ extends: `./${basename(request.tsConfig)}`, compilerOptions, files: [...all], include: [] });
}

/** TypeScript's own declarations: they are in every program by its options. */
const isLibrary = (row: number, known: Known, request: TypecheckRequest): boolean => row >= known.sources && pathOf(request.root, known.names[row] as string).startsWith(`${dirname(request.compiler.executable).replaceAll('\\', '/')}/lib.`);

/** Declaration files of the project itself that speak for all, and are in the program only while something refers to them. */
const hasHiddenGlobals = (known: Known, request: TypecheckRequest): boolean =>
  known.names.some((name, row) => row >= known.sources && ((known.flags[row] as number) & (REACHES_OUT | ROOT)) === REACHES_OUT && !/(?:^|\/)node_modules\//.test(name) && !isLibrary(row, known, request));

/**
 * Whether nothing that a source may use needs a type of the standard library that is not there. Where one is missing,
 * TypeScript tells so of no file, and to ask for that costs as much as all the rest: it prepares every one of its checkers.
 */
function hasEveryGlobalType(known: Known, changed: Changes['changed']): boolean {
  const libraries = new Set(known.names.slice(known.sources).map((name) => name.slice(name.lastIndexOf('/') + 1)));
  const disposes = !libraries.has('lib.esnext.disposable.d.ts') && changed.some(({ text }) => text === undefined || /\busing\b/.test(text));
  return !disposes && NEEDED_LIBRARIES.every((name) => libraries.has(name));
}

/** With these comes all that syntax can need but `using`. */
const NEEDED_LIBRARIES = ['lib.es5.d.ts', 'lib.decorators.d.ts', 'lib.es2015.generator.d.ts', 'lib.es2015.promise.d.ts', 'lib.es2015.symbol.wellknown.d.ts', 'lib.es2018.asyncgenerator.d.ts', 'lib.es2020.bigint.d.ts'];
