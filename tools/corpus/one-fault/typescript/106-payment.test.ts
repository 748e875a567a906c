import request from 'supertest';
import { app } from '../src/app';
import { empty } from './database';

afterEach(async () => {
  await empty('payments');
});

describe('/payments', () => {
  const payment = { accountId: 'o1', method: 'First', amount: 19.5, receivedAt: '2024-05-01T10:00:00Z', refunded: true };

  test('a new one is answered with 201', async () => {
    const answer = await request(app).post('/payments').send(payment);
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject(payment);
  });

  test('an unknown id is answered with 404', async () => {
    const answer = await request(app).get('/payments/none');
    expect(answer.status).toBe(404);
  });

  test.only('a bad one is refused with 422', async () => {
    await request(app).post('/payments').send({ accountId: 7 }).expect(422);
  });
});
