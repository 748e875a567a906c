import { executorOf } from '../execute';

export default executorOf('manifest-status');
