import request from 'supertest';
import { app } from '../src/app';
import { empty } from './database';

afterEach(async () => {
  await empty('matches');
});

describe('/matches', () => {
  const match = { leagueId: 'o1', title: 'First', round: 3, playedOn: '2024-05-01', attendance: 3 };

  test('a new one is answered with 201', async () => {
    const answer = await request(app).post('/matches').send(match);
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject(match);
  });

  test('an unknown id is answered with 404', async () => {
    const answer = await request(app).get('/matches/none');
    expect(answer.status).toBe(404);
  });

  test('a bad one is refused with 422', async () => {
    await request(app).post('/matches').send({ leagueId: 7 }).expect(422);
  });
});
