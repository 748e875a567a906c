import { Router, type Request, type Response } from 'express';
import type { TeamRepository } from './team-repository';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Read-only routes of the teams. */
export function teamRoutes(teams: TeamRepository): Router {
  const routes = Router();

  routes.get('/teams/:teamId', async (req: Request, res: Response) => {
    const { teamId } = req.params;
    if (!teamId || !UUID.test(teamId)) {
      return res.status(400).json({ error: 'teamId must be a UUID' });
    }
    try {
      const team = await teams.findById(teamId);
      if (!team) return res.status(404).json({ error: 'team not found' });
      return res.json(team);
    } catch (err) {
      return res.status(500).json({ error: err instanceof Error ? err.message : String(err) });
    }
  });

  return routes;
}
