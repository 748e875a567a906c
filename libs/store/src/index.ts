export * from './census';
export * from './store';
