import { b } from './circular-b.js';

export function a(): string {
  return 'a';
}
export enum Ring {
  One = 1,
}
export const seen: readonly unknown[] = [b()];
