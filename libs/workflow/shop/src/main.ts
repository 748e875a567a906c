import { greeting, opened } from '../../accounts/dist/index.js';
import { invoiceFor, problemsOf } from '../../orders/dist/index.js';

const account = { id: 'a1', email: 'ada@example.org', profile: { name: 'Ada' } };
const product = { id: 'p1', name: 'Lamp', price: { amount: 4900, currency: 'EUR' }, category: { id: 'c1', name: 'Light' } };
const invoice = invoiceFor('i1', [{ product, quantity: 2 }]);
const problems = problemsOf({ reference: 'x', placedAt: '2026-01-01T00:00:00Z' });

/** What the compiled program of all eight projects must come to. */
const seen = JSON.stringify([greeting(account), opened(account), invoice.total, problems.length]);
const wanted = JSON.stringify(['Ada', { account: 'a1', email: 'ada@example.org' }, { amount: 9800, currency: 'EUR' }, 1]);
if (seen !== wanted) throw new Error(`expected ${wanted}, received ${seen}`);
