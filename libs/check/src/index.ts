export * from './finding';
export * from './fix/fixed';
export * from './judge/jury';
export * from './judge/limits';
export * from './language';
export * from './outcome/verdict';
export * from './rule/rule';
