export * from './config/config';
export { CONFIG_FILE } from './config/read';
export * from './generate/generate';
export * from './generate/options';
export * from './generate/result';
export * from './host';
export * from './project/find';
export * from './project/project';
