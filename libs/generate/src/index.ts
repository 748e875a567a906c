export * from './helpers';
export * from './pattern/pattern';
export * from './pattern/read';
export * from './render/context';
export * from './render/job';
export * from './render/resolve';
export * from './template/library';
export { ENGINE } from './template/compile';
