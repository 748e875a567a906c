export * from './memory-disk';
export * from './memory-machine';
export * from './stopping-disk';
