import Router from '@koa/router';
import type { RoomRepository } from './rooms';

/** Routes of rooms. */
export function roomRoutes(rooms: RoomRepository): Router {
  const router = new Router();

  router.get('/rooms/:code', async (ctx) => {
    const code = ctx.params.code ?? '';
    if (!/^[A-Z]\d{3}$/.test(code)) {
      ctx.status = 400;
      ctx.body = { error: 'invalid_room_code' };
      return;
    }
    const room = await rooms.findByCode(code);
    ctx.status = 200;
    ctx.body = room ?? null;
  });

  return router;
}
