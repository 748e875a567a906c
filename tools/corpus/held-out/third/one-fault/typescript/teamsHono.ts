import { Hono } from 'hono';
import type { TeamStore } from './teamStore';

/** A team that shall be made. */
export interface NewTeam {
  name: string;
  memberIds: string[];
}

/** Routes of teams. */
export function teamsApp(store: TeamStore): Hono {
  const app = new Hono();

  app.post('/teams', async (c) => {
    const team = (await c.req.json()) as NewTeam;
    const id = await store.create(team.name, team.memberIds);
    return c.json({ id }, 201);
  });

  app.get('/teams/:id{[0-9]+}', async (c) => {
    const team = await store.find(Number(c.req.param('id')));
    return team ? c.json(team) : c.json({ error: 'team_not_found' }, 404);
  });

  app.onError((error, c) => {
    console.error(error);
    return c.json({ error: 'internal_error' }, 500);
  });

  return app;
}
