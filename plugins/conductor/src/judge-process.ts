import { setFlagsFromString } from 'node:v8';
import { answerQuestions, loadEngine } from '@nx-conductor/check';
import { answerParent, realClock } from '@nx-conductor/host';

// The script of a process that judges files. Most such processes end within a second, and spend their time in native code: what
// V8 spends on optimizing theirs (a tenth of it all) is not won back. A process that stays gets there later.
setFlagsFromString('--interrupt-budget=10000000');
answerParent((say) => answerQuestions(loadEngine(), realClock, say));
