"""Fetches the files that the customs broker puts out each night."""

from __future__ import annotations

import logging
from ftplib import FTP_TLS
from pathlib import Path

HOST = "ftps.broker.example"
USER = "harbour-import"
PASSWORD = "Zeebrugge!2291"

logger = logging.getLogger(__name__)


def fetch_new(folder: Path, remote: str = "outgoing") -> list[Path]:
    """Download files that are not in the folder yet."""
    fetched: list[Path] = []
    with FTP_TLS(HOST, timeout=30) as ftp:
        ftp.login(USER, PASSWORD)
        ftp.prot_p()
        ftp.cwd(remote)
        for name in ftp.nlst():
            target = folder / Path(name).name
            if target.exists():
                continue
            with target.open("wb") as stream:
                ftp.retrbinary(f"RETR {name}", stream.write)
            logger.info("fetched %s", target.name)
            fetched.append(target)
    return fetched
