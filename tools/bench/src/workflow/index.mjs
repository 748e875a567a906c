import { commandsPart } from '../commands.mjs';
import { recording } from '../incremental/recording.mjs';
import { measurePipeline } from './pipeline.mjs';
import { measureTasks } from './tasks.mjs';
import { measureTemplates } from './templates.mjs';

/** What can be measured by itself. */
export const workflowParts = [
  { id: 'tasks', title: 'The workflow of 22 tasks', measure: measureTasks },
  { id: 'pipeline', title: 'One pipeline by itself', measure: measurePipeline },
  { id: 'templates', title: 'Templates', measure: measureTemplates },
  commandsPart,
  recording,
];
