// Without isolatedModules nothing here says that `Shape` is a type.
import { Shape } from './base';

export { Shape };
export { Shape as Again, Plain } from './base';
