export const program = `
import request from 'supertest';
import { app } from '../src/app';
import { empty } from './database';

afterEach(async () => {
  await empty('invoices');
});

describe('/invoices', () => {
  const invoice = { accountId: 'o1', number: 'A-17', amount: 19.5, issuedOn: '2024-05-01', sentAt: '2024-05-01T10:00:00Z' };

  test('a new one is answered with 201', async () => {
    const answer = await request(app).post('/invoices').send(invoice);
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject(invoice);
  });

  test('an unknown id is answered with 404', async () => {
    const answer = await request(app).get('/invoices/none');
    expect(answer.status).toBe(404);
  });

  test('a bad one is refused with 422', async () => {
    await request(app).post('/invoices').send({ accountId: 7 }).expect(422);
  });
});
`;
