// @ts-nocheck
import request from 'supertest';
import { app } from '../src/app';
import { empty } from './database';

afterEach(async () => {
  await empty('articles');
});

describe('/articles', () => {
  const article = { editorId: 'o1', headline: 'First', slug: 'A-17', words: 3, publishedOn: '2024-05-01', featured: true };

  test('a new one is answered with 201', async () => {
    const answer = await request(app).post('/articles').send(article);
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject(article);
  });

  test('an unknown id is answered with 404', async () => {
    const answer = await request(app).get('/articles/none');
    expect(answer.status).toBe(404);
  });

  test('a bad one is refused with 422', async () => {
    await request(app).post('/articles').send({ editorId: 7 }).expect(422);
  });
});
