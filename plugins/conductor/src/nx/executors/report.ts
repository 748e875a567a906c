import { executorOf } from '../execute';

export default executorOf('report');
