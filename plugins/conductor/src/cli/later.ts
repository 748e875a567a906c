/** What a command line may ask besides a run of `generate`: loaded when it does, so that no run has to pay for it. */
export { runDoctor } from './doctor';
export { openLog } from './log-file';
export { runMetrics } from './metrics';
export { writeProfile } from './profile';
export { runGuard, runManifestClean, runManifestStatus, runManifestVerify } from './manifest-commands';
export { runCacheClean, runCacheStatus, runCacheVerify } from './store-commands';
export { watchCommand, watchGenerate } from './watch';
export { runReport } from './report';
export { runWhy } from './why';
