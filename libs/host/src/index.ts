export * from './clock';
export * from './disk';
export * from './files';
export * from './folder-watch';
export * from './formatters';
export * from './locks';
export * from './merge-texts';
export * from './modules';
