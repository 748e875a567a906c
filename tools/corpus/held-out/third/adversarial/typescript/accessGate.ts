/** A user with a role. */
export interface User {
  name: string;
  role: 'admin' | 'guest';
}

/** Opens the vault for those who may. */
export function openVault(user: User, open: () => void): boolean {
  /*‮ } ⁦if (user.role === 'admin')⁩ ⁦ begin admins only */
  open();
  /* end admins only ‮ { ⁦*/
  return true;
}
