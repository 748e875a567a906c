import { answerQuestions, realDisk } from '@nx-conductor/host';
import { answerLook } from '@nx-conductor/outputs';

// The script of a thread that looks at artifacts for a watch.
answerQuestions((question) => answerLook(realDisk, question));
