import { batchOf } from '../run-batch';

export default batchOf('validate');
