import request from 'supertest';
import { app } from '../src/app';
import { empty } from './database';

afterEach(async () => {
  await empty('bookings');
});

describe('/bookings', () => {
  const booking = { guestId: 'o1', room: 'A-17', nights: 3, arrivesOn: '2024-05-01', total: 19.5, breakfast: true };

  test('a new one is answered with 201', async () => {
    const answer = await request(app).post('/bookings').send(booking);
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject(booking);
  });

  test('an unknown id is answered with 404', async () => {
    const answer = await request(app).get('/bookings/none');
    expect(answer.status).toBe(404);
  });

  test.only('a bad one is refused with 422', async () => {
    await request(app).post('/bookings').send({ guestId: 7 }).expect(422);
  });
});
