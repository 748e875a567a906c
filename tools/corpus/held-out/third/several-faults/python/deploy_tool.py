"""Puts a release onto the machines of a plant."""

import os
from os.path import *

import yaml


def LoadConfig(path):
    """Read the list of machines."""
    with open(path, encoding="utf-8") as stream:
        return yaml.load(stream, Loader=yaml.UnsafeLoader)


def deploy(config, release, options=[]):
    """Copy a release to every machine."""
    options.append("--checksum")
    for machine in config["machines"]:
        try:
            os.system("rsync " + " ".join(options) + " " + release + " " + machine + ":/srv/app")
        except Exception:
            pass


def artefact(folder, version):
    """Return where a release lies."""
    return join(folder, version + ".tar.gz")
