"""The menu over HTTP."""

from fastapi import APIRouter

from .menu import Dish, find_dish

router = APIRouter()


@router.get("/dishes/{name}")
async def read_dish(name: str) -> Dish | dict[str, str]:
    """One dish."""
    dish = await find_dish(name)
    if dish is None:
        return {"error": "no such dish"}
    return dish
