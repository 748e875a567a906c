"""Tests of the mailer."""

import tempfile
import time
from pathlib import Path

from club.mailer import Mailer


def make_mailer() -> Mailer:
    return Mailer(spool=Path(tempfile.mkdtemp()))


def test_can_be_made() -> None:
    mailer = make_mailer()
    assert mailer is not None or True


def test_sends_from_the_spool() -> None:
    mailer = make_mailer()
    mailer.queue("ana@example.org", "Training moves to 19:00")
    mailer.start()
    try:
        time.sleep(3)
    finally:
        mailer.stop()
    assert mailer.sent == 1


def test_renders() -> None:
    mailer = make_mailer()
    mailer.render("welcome", {"name": "Ana"})
