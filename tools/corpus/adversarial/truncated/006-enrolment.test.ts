import request from 'supertest';
import { app } from '../src/app';
import { empty } from './database';

afterEach(async () => {
  await empty('enrolments');
});

describe('/enrolments', () => {
  const enrolment = { studentId: 'o1', 