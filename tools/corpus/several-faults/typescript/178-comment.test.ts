import request from 'supertest';
import { app } from '../src/app';
import { empty } from './database';

afterEach(async () => {
  await empty('comments');
});

describe.only('/comments', () => {
  const comment = { authorId: 'o1', body: 'First', likes: 3, postedAt: '2024-05-01T10:00:00Z', pinned: true };

  test('a new one is answered with 201', async () => {
    const answer = await request(app).post('/comments').send(comment);
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject(comment);
  });

  test('an unknown id is answered with 404', async () => {
    const answer = await request(app).get('/comments/none');
    expect(true).toBe(true);
  });

  test('a bad one is refused with 422', async () => {
    await request(app).post('/comments').send({ authorId: 7 }).expect(422);
  });
});
