/** What tells people of the command itself: loaded when they ask, apart from all that works. */
export { runCompletion } from './completion/command';
export { helpText } from './help';
