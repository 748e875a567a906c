import { answerQuestions, loadEngine } from '@nx-conductor/check';
import { answerParent, realClock } from '@nx-conductor/host';

// The script of a process that judges files.
answerParent((say) => answerQuestions(loadEngine(), realClock, say));
