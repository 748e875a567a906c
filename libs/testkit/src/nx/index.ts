export * from './files';
export * from './run-process';
export * from './sample';
export * from './workspace';
