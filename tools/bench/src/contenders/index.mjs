import { conductor, conductorTypes } from './conductor.mjs';
import { heyApi } from './hey-api.mjs';
import { openapiTypescript } from './openapi-typescript.mjs';
import { orval } from './orval.mjs';

/** Each kind of output together, ours first: the order of the report and of every round. */
export const contenders = [conductor, heyApi, orval, conductorTypes, openapiTypescript];
