"""Explains what the linter reports.

The examples below are bad on purpose and are only texts: ``except: pass``,
``eval(input())``, ``def f(x=[]): ...``, ``from os import *``,
``subprocess.run(cmd, shell=True)``, ``pickle.loads(body)``, ``global counter``.
"""

from types import MappingProxyType
from typing import Final

# password = "hunter2" in a comment is a word and not a secret; so is TODO.
EXPLANATIONS: Final = MappingProxyType(
    {
        "bare-except": "`except:` catches even KeyboardInterrupt; name the exception.",
        "eval": "`eval(text)` runs whatever the text says; parse it instead.",
        "mutable-default": "`def f(items=[])` shares one list between all calls.",
        "not-implemented": "`raise NotImplementedError` as the whole body is a promise.",
        "merge-mark": "`<<<<<<< HEAD` means that a merge was not finished.",
        "sql": "`f\"SELECT * FROM t WHERE id = {id}\"` is open to injection.",
    }
)


def explain(code: str) -> str:
    """Return the explanation of a code.

    Raises KeyError for codes the linter does not know.
    """
    return EXPLANATIONS[code]
