/** What is known about the person a flag is evaluated for. */
export interface FeatureContext {
  readonly userId: string;
  readonly plan: 'free' | 'team' | 'enterprise';
  readonly [attribute: string]: any;
}

/** Decides whether somebody sees a feature. */
export function isInRollout(context: FeatureContext, flag: string, percent: number): boolean {
  let hash = 0;
  for (const character of `${flag}:${context.userId}`) {
    hash = (hash * 31 + character.charCodeAt(0)) >>> 0;
  }
  return hash % 100 < percent;
}
