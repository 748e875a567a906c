import { describe, expect, it } from 'vitest';
import { permissionsOf } from './permissions';

describe('permissionsOf', () => {
  it('lets an owner delete', () => {
    expect(permissionsOf('owner').canDelete).toBe(true);
  });

  it('does not let a viewer delete', () => {
    const can = permissionsOf('viewer').canDelete;
    expect(can).toBe(can);
  });

  it('refuses unknown roles', () => {
    expect(() => permissionsOf('wizard')).toThrow(/unknown role/);
  });
});
