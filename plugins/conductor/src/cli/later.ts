/** What a command line may ask besides a run of `generate`: loaded when it does, so that no run has to pay for it. */
export { runCompile } from './compile';
export { helpText } from './help';
export { runGuard, runManifestClean, runManifestStatus } from './manifest-commands';
export { runCacheClean, runCacheStatus } from './store-commands';
export { runTypecheck } from './typecheck';
export { watchGenerate } from './watch';
export { runWhy } from './why';
