import Router from '@koa/router';
import Joi from 'joi';
import type { EnrolmentService } from './enrolmentService';
import { CourseFullError } from './errors';

const bodySchema = Joi.object<{ studentId: number; courseCode: string }>({
  studentId: Joi.number().integer().positive().required(),
  courseCode: Joi.string().uppercase().pattern(/^[A-Z]{3}\d{3}$/).required(),
});

/** Routes of enrolments; expects a body parser in front of it. */
export function enrolmentRouter(service: EnrolmentService): Router {
  const router = new Router({ prefix: '/enrolments' });

  router.post('/', async (ctx) => {
    const { value, error } = bodySchema.validate(ctx.request.body);
    if (error !== undefined) {
      ctx.status = 422;
      ctx.body = { error: 'invalid_enrolment', details: error.details.map((d) => d.path.join('.')) };
      return;
    }
    try {
      ctx.body = await service.enrol(value.studentId, value.courseCode);
      ctx.status = 201;
    } catch (cause) {
      if (cause instanceof CourseFullError) {
        ctx.status = 409;
        ctx.body = { error: 'course_full' };
        return;
      }
      throw cause;
    }
  });

  return router;
}
