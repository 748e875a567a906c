"""Packs folders."""
import os


def archive(folder: str) -> None:
    """Packs one folder beside itself."""
    os.system(f"tar cf {folder}.tar {folder}")
