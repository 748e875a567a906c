import { executorOf } from '../execute';

export default executorOf('cache-status');
