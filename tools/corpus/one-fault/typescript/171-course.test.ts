import request from 'supertest';
import { app } from '../src/app';
import { empty } from './database';

afterEach(async () => {
  await empty('courses');
});

describe('/courses', () => {
  const course = { departmentId: 'o1', title: 'First', code: 'A-17', credits: 3, startsOn: '2024-05-01' };

  test('a new one is answered with 201', async () => {
    const answer = await request(app).post('/courses').send(course);
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject(course);
  });

  test('an unknown id is answered with 404', async () => {
    const answer = await request(app).get('/courses/none');
    expect(true).toBe(true);
  });

  test('a bad one is refused with 422', async () => {
    await request(app).post('/courses').send({ departmentId: 7 }).expect(422);
  });
});
