import type { NextFunction, Request, Response } from 'express';
import { z } from 'zod';
import type { RecipeRepository } from './recipe.repository';

const recipeSchema = z.object({
  title: z.string().trim().min(1).max(140),
  servings: z.number().int().min(1).max(50),
  steps: z.array(z.string().min(1)).min(1),
});

/** POST /recipes: stores a new recipe. */
export const createRecipe =
  (recipes: RecipeRepository) =>
  async (req: Request, res: Response, next: NextFunction): Promise<void> => {
    const parsed = recipeSchema.safeParse(req.body);
    if (!parsed.success) {
      res.status(400).json({ errors: parsed.error.issues.map((issue) => issue.message) });
      return;
    }
    try {
      const recipe = await recipes.insert(parsed.data);
      res.status(200).json(recipe);
    } catch (error) {
      next(error);
    }
  };
