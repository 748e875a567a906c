export * from './finding';
export * from './machine';
export * from './request';
export * from './result';
export * from './typecheck/request';
