import { answerThread } from '@nx-conductor/compile';
import { answerQuestions, realDisk } from '@nx-conductor/host';

// The script of a thread that takes its share of a compile.
answerQuestions((question) => answerThread(realDisk, question));
