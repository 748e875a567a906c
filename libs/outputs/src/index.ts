export * from './apply';
export * from './diff';
export * from './disk-index';
export * from './fence';
export * from './links';
export * from './manifest';
export * from './observe';
export * from './plan';
