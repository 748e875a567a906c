import type { Account } from '../../identity/dist/index.js';
import type { AccountOpened } from '../../events/dist/index.js';

/** What is told when an account is opened. */
export function opened(account: Account): AccountOpened {
  return { account: account.id, email: account.email };
}

/** The name to greet somebody by. */
export function greeting(account: Account): string {
  return account.profile?.name ?? account.email;
}
