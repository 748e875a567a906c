import area, { origin, type Point, Shape as Figure } from './shapes.js';
import * as shapes from './shapes.js';
import type { Pair } from './shapes.js';
import type * as all from './shapes.js';
import { Both } from './shapes.js';
import data from './data.json' with { type: 'json' };
import './side-effect.js';

export const pair: Pair<Point> = [origin, { x: 1, y: 2 }];
export const later: Promise<typeof import('./shapes.js')> = import('./shapes.js');
export const both: Both = Both.a;
export const seen: readonly unknown[] = [area(new Figure(pair)), Object.keys(shapes).sort(), data.name, typeof import.meta];
export type Everything = typeof all;
export type FromImport = import('./shapes.js').Pair<string>;
