import { describe, expect, it } from 'vitest';
import { adviceFor } from './reviewRules';

const BAD_ROUTE = `
app.get('/u', async (req, res) => {
  // @ts-ignore
  const rows: any = await db.query("SELECT * FROM u WHERE id = " + req.query.id);
  res.status(200).json({ error: eval(rows) });
});
`;

describe('adviceFor', () => {
  it.each([
    ['any', 'let x: any;'],
    ['eval', 'eval(code)'],
    ['swallow', 'try { f(); } catch {}'],
    ['conflict', '<<<<<<< HEAD\nconst a = 1;\n=======\nconst a = 2;\n>>>>>>> other'],
  ])('finds %s', (id, source) => {
    expect(adviceFor(source).map((advice) => advice.id)).toContain(id);
  });

  it('finds more than one thing in a bad route', () => {
    expect(adviceFor(BAD_ROUTE).map((advice) => advice.id)).toEqual(['any', 'eval']);
  });

  it('says nothing of clean code', () => {
    expect(adviceFor('export const many: number = 1;')).toEqual([]);
  });
});
