export * from './memory-disk';
export * from './memory-machine';
