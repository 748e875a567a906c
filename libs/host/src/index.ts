export * from './clock';
export * from './disk';
