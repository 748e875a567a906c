"""What the review bot says. The texts name bad code on purpose; none of it is run:
``eval(x)``, ``except: pass``, ``pickle.loads(b)``, ``yaml.load(f)``, ``shell=True``,
``from x import *``, ``def f(a=[])``, ``raise NotImplementedError``, ``# TODO``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Advice:
    """A pattern with what to say of it."""

    code: str
    pattern: re.Pattern[str]
    text: str


CATALOGUE: tuple[Advice, ...] = (
    Advice("A1", re.compile(r"\beval\("), "eval(user_input) runs what others wrote"),
    Advice("A2", re.compile(r"except\s*:"), "try: f() except: pass hides every error"),
    Advice("A3", re.compile(r"shell=True"), "subprocess.run(f'rm {x}', shell=True) is unsafe"),
    Advice("A4", re.compile(r"pickle\.loads"), "pickle.loads(request.data) runs code"),
    Advice("A5", re.compile(r"password\s*="), "password = 'swordfish' is a secret in code"),
    Advice("A6", re.compile(r"^<{7} ", re.MULTILINE), "'<<<<<<< HEAD' is left from a merge"),
    Advice("A7", re.compile(r"SELECT .*\{"), 'f"SELECT a FROM t WHERE b = {b}" can be injected'),
)


def review(source: str) -> list[str]:
    """Return what is to be said of a source text."""
    found = [advice for advice in CATALOGUE if advice.pattern.search(source)]
    return [f"{advice.code}: {advice.text}" for advice in found]
