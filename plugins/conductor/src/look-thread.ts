import { answerQuestions, realDisk } from '@nx-conductor/host';
import { answerLook, givenAway } from '@nx-conductor/outputs';

// The script of a thread that looks at artifacts, and reads large inputs, for a watch.
answerQuestions((question) => answerLook(realDisk, question), givenAway);
