import { origin } from './shapes.js';

export const kind: 'mts' = 'mts';
export const seen: readonly unknown[] = [origin.x, kind];
