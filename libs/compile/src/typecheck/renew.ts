import type { PartialCheck } from './check-affected';
import type { Changes } from './changes';
import { inOrder } from './findings';
import { DIGEST, importsOf, OPAQUE, refsOf, setStat, type Known } from './known';
import { startsOf, trusted } from './learn';
import { looseEndsOf } from './loose-ends';
import { pathOf } from './paths';
import { joined, withoutRows } from './rows';
import { specifiersIn } from './imports';
import { textOf } from './shape';
import type { TypecheckRequest } from './request';
import type { Disk } from '@nx-conductor/core';

type Checked = PartialCheck & { readonly kind: 'checked' };

/**
 * What is known after some sources were checked. Undefined when that is not enough to tell what a full check would:
 * TypeScript tells of declarations that cannot be emitted once no type is wrong, and of the other files that may not be known.
 */
export function renewed(known: Known, changes: Changes, rows: ReadonlySet<number>, check: Checked, startedAt: number, request: TypecheckRequest, disk: Disk): Known | undefined {
  const { stats } = retimed(known, changes, startedAt);
  const [contents, shapes, flags] = [known.contents.slice(), known.shapes.slice(), known.flags.slice()];
  const imports = new Map<number, readonly number[]>();
  for (const { row, stat, digest, shape, imports: keys } of changes.changed) {
    setStat(stats, row, trusted(stat, startedAt) ? stat : undefined);
    contents.set(digest, row * DIGEST);
    shapes.set(shape.digest, row * DIGEST);
    flags[row] = ((flags[row] as number) & ~OPAQUE) | (shape.declarations === undefined ? OPAQUE : 0);
    imports.set(row, keys);
  }
  const checkedNames = new Set([...rows].map((row) => known.names[row] as string));
  const goneNames = new Set(changes.gone.map((row) => known.names[row] as string));
  const others = known.findings.filter(({ file }) => !checkedNames.has(file) && !goneNames.has(file));
  const before = known.settled === 'declarations' && known.declares;
  // Findings of declarations stand in the list only where no type is wrong.
  const wereDeclarations = before && known.findings.length > 0;
  const types = wereDeclarations ? [...check.findings] : [...others, ...check.findings];
  const declarations = wereDeclarations ? others : [];
  if (types.length === 0 && known.declares && !before) return undefined;
  const findings = types.length > 0 ? types : [...declarations, ...check.declarationFindings];
  // Of all files' declarations is known now what was known before, unless what is told are types again.
  const settled = types.length > 0 ? 'types' : known.declares ? 'declarations' : known.settled;
  const specifiers = new Map([...rows].map((row) => [known.names[row] as string, specifiersIn(textOf(disk.read(pathOf(request.root, known.names[row] as string)) ?? new Uint8Array()))]));
  const looseEnds = known.looseEnds.filter(({ source }) => !specifiers.has(source) && !goneNames.has(source));
  const next = {
    ...known,
    asked: request.sources,
    stats,
    contents,
    shapes,
    flags,
    ...replacedRows(known, imports, check.refs),
    looseEnds: [...looseEnds, ...looseEndsOf(specifiers, known.names.filter((name) => !goneNames.has(name)), findings, request.root, disk)],
    settled,
    findings: inOrder(findings),
  } as const;
  return withoutRows(next, new Set(changes.gone));
}

/** The same with other stats of sources whose content did not change. */
export function retimed(known: Known, changes: Changes, startedAt: number): Known {
  const stats = known.stats.slice();
  for (const [row, stat] of changes.touched) setStat(stats, row, trusted(stat, startedAt) ? stat : undefined);
  return { ...known, stats };
}

function replacedRows(known: Known, imports: ReadonlyMap<number, readonly number[]>, refs: ReadonlyMap<number, readonly number[]>): Pick<Known, 'imports' | 'importStart' | 'refs' | 'refStart'> {
  const same = [...imports].every(([row, keys]) => keys.length === importsOf(known, row).length && keys.every((key, index) => key === importsOf(known, row)[index]));
  const nextImports = same ? undefined : Array.from({ length: known.sources }, (_, row) => imports.get(row) ?? importsOf(known, row));
  const nextRefs = refs.size === 0 ? undefined : Array.from(known.names, (_, row) => refs.get(row) ?? refsOf(known, row));
  return {
    imports: nextImports ? joined(nextImports, Float64Array) : known.imports,
    importStart: nextImports ? startsOf(nextImports) : known.importStart,
    refs: nextRefs ? joined(nextRefs, Uint32Array) : known.refs,
    refStart: nextRefs ? startsOf(nextRefs) : known.refStart,
  };
}
