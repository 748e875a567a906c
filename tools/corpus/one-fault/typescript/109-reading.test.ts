import request from 'supertest';
import { app } from '../src/app';
import { empty } from './database';

afterEach(async () => {
  await empty('readings');
});

describe.only('/readings', () => {
  const reading = { stationId: 'o1', label: 'First', celsius: 3, takenAt: '2024-05-01T10:00:00Z', checked: true };

  test('a new one is answered with 201', async () => {
    const answer = await request(app).post('/readings').send(reading);
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject(reading);
  });

  test('an unknown id is answered with 404', async () => {
    const answer = await request(app).get('/readings/none');
    expect(answer.status).toBe(404);
  });

  test('a bad one is refused with 422', async () => {
    await request(app).post('/readings').send({ stationId: 7 }).expect(422);
  });
});
