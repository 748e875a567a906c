"""aiohttp handlers for wind turbines."""

import json
from http import HTTPStatus

from aiohttp import web

from .storage import TurbineStore

STORE = web.AppKey("store", TurbineStore)
routes = web.RouteTableDef()


def _bad_request(reason: str) -> web.Response:
    return web.json_response({"error": reason}, status=HTTPStatus.BAD_REQUEST)


@routes.get(r"/turbines/{turbine_id:\d+}")
async def show(request: web.Request) -> web.Response:
    """Answer one turbine."""
    turbine = await request.app[STORE].get(int(request.match_info["turbine_id"]))
    if turbine is None:
        return web.json_response({"error": "unknown turbine"}, status=HTTPStatus.NOT_FOUND)
    return web.json_response(turbine)


@routes.put(r"/turbines/{turbine_id:\d+}/limit")
async def set_limit(request: web.Request) -> web.Response:
    """Curtail a turbine to a share of its power."""
    try:
        body = await request.json()
    except json.JSONDecodeError:
        return _bad_request("body is not JSON")
    limit = body.get("percent") if isinstance(body, dict) else None
    if isinstance(limit, bool) or not isinstance(limit, (int, float)) or not 0 <= limit <= 100:
        return _bad_request("percent must be a number from 0 to 100")
    changed = await request.app[STORE].set_limit(int(request.match_info["turbine_id"]), limit)
    if not changed:
        return web.json_response({"error": "unknown turbine"}, status=HTTPStatus.NOT_FOUND)
    return web.Response(status=HTTPStatus.NO_CONTENT)


def make_app(store: TurbineStore) -> web.Application:
    """Build the application."""
    app = web.Application(client_max_size=64 * 1024)
    app[STORE] = store
    app.add_routes(routes)
    return app
