import type { NextFunction, Request, Response } from 'express';
import type { ProfileService } from './profile.service';

const MAX_NAME_LENGTH = 60;

type ProfilePatch = { displayName?: string; bio?: string };

function parsePatch(body: unknown): ProfilePatch | null {
  if (typeof body !== 'object' || body === null) return null;
  const patch: ProfilePatch = {};
  if ('displayName' in body) {
    if (typeof body.displayName !== 'string') return null;
    const name = body.displayName.trim();
    if (name.length === 0 || name.length > MAX_NAME_LENGTH) return null;
    patch.displayName = name;
  }
  if ('bio' in body) {
    if (typeof body.bio !== 'string' || body.bio.length > 500) return null;
    patch.bio = body.bio;
  }
  return Object.keys(patch).length > 0 ? patch : null;
}

function parseId(text: string | undefined): number | null {
  return text !== undefined && /^[1-9]\d{0,9}$/.test(text) ? Number(text) : null;
}

/** Handlers for /profiles/:id. */
export class ProfileController {
  constructor(private readonly profiles: ProfileService) {}

  /** PATCH: changes some fields of a profile. */
  update = async (req: Request, res: Response, next: NextFunction): Promise<void> => {
    const id = parseId(req.params.id);
    const patch = parsePatch(req.body);
    if (id === null || patch === null) {
      res.status(422).json({ error: 'nothing valid to change' });
      return;
    }
    try {
      const profile = await this.profiles.update(id, patch);
      if (!profile) {
        res.status(404).json({ error: 'profile not found' });
        return;
      }
      res.status(200).json(profile);
    } catch (error) {
      next(error);
    }
  };

  /** DELETE: removes a profile; there is no body in the answer. */
  remove = async (req: Request, res: Response, next: NextFunction): Promise<void> => {
    const id = parseId(req.params.id);
    if (id === null) {
      res.status(400).json({ error: 'id must be a positive integer' });
      return;
    }
    try {
      const removed = await this.profiles.remove(id);
      if (!removed) {
        res.status(404).json({ error: 'profile not found' });
        return;
      }
      res.status(204).end();
    } catch (error) {
      next(error);
    }
  };
}
