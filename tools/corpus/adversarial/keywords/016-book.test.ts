// res.status(201) 404 422 next(error) schema.parse(req.body) validate(body)
// expect(sum).toBe(3) afterEach(() => cleanup()) toThrow rejects
// try { } catch (error) { throw error } finally { client.release() } await
// @ts-nocheck
import request from 'supertest';
import { app } from '../src/app';
import { empty } from './database';

afterEach(async () => {
  await empty('books');
});

describe('/books', () => {
  const book = { publisherId: 'o1', title: 'First', isbn: 'A-17', price: 19.5, publishedOn: '2024-05-01', lendable: true };

  test('a new one is answered with 201', async () => {
    const answer = await request(app).post('/books').send(book);
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject(book);
  });

  test('an unknown id is answered with 404', async () => {
    const answer = await request(app).get('/books/none');
    expect(answer.status).toBe(404);
  });

  test('a bad one is refused with 422', async () => {
    await request(app).post('/books').send({ publisherId: 7 }).expect(422);
  });
});
