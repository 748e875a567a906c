import { executorOf } from '../execute';

export default executorOf('validate');
