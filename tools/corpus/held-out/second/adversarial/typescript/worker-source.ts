export const worker = `
  import { parentPort } from 'node:worker_threads';

  /** Doubles every number it gets. */
  export function double(value: number): number {
    return value * 2;
  }

  parentPort?.on('message', (value: number) => {
    parentPort?.postMessage(double(value));
  });
`;
