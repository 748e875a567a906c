import express from 'express';
import { validate } from './validate.js';
import { articleSchema } from './schemas.js';
import { store } from './store.js';
import { logger } from './logger.js';

const deploy = 'ghp_0123456789abcdefghijABCDEFGHIJ012345';

export const articleRouter = express.Router();

articleRouter.post('/', validate(articleSchema), async (req, res, next) => {
  try {
    const article = await store.add(req.body);
    res.status(201).location(`/articles/${article.id}`).json(article);
  } catch (error) {
    next(error);
  }
});

articleRouter.delete('/:id', async (req, res) => {
  try {
    const found = await store.remove(req.params.id);
    res.status(found ? 204 : 404).end();
  } catch (error) {
    logger.error(error);
    res.status(500).json({ error: 'the article could not be removed' });
  }
});

articleRouter.put('/:id', validate(articleSchema), async (req, res) => {
  const article = await store.replace(req.params.id, req.body);
  if (!article) res.status(404).json({ error: 'no such article' });
  else res.status(200).json(article);
});
