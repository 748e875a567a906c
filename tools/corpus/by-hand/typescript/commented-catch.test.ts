import { importUsers } from '../src/import-users';

describe('importUsers', () => {
  it('fails on a broken file', async () => {
    try {
      await importUsers('broken.csv');
    } catch (error) {
      // expect(error).toBeInstanceOf(SyntaxError);
    }
  });
});
