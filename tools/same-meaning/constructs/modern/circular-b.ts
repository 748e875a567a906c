import { a, Ring } from './circular-a.js';

export const b = (): string => `${a()}${Ring.One}`;
