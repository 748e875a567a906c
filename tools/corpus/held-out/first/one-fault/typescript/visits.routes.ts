import { Router } from 'express';
import { store } from './store';

/** Pages, with a counter. */
export const pages = Router();

pages.get('/pages/:slug', async (req, res, next) => {
  try {
    store.countVisit(req.params.slug).then((count) => console.info(count));
    const page = await store.page(req.params.slug);
    if (!page) {
      res.status(404).json({ error: 'no such page' });
      return;
    }
    res.status(200).json(page);
  } catch (error) {
    next(error);
  }
});
