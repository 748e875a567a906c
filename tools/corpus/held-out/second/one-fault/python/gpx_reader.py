"""Reads the points of a GPX track."""

from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

NAMESPACE = {"gpx": "http://www.topografix.com/GPX/1/1"}


@dataclass(frozen=True)
class TrackPoint:
    """A place on the track."""

    latitude: float
    longitude: float


def read_track(path: Path) -> list[TrackPoint]:
    """Return all points of all segments, in order."""
    source = path.open("rb")
    root = ElementTree.parse(source).getroot()
    return [
        TrackPoint(float(point.attrib["lat"]), float(point.attrib["lon"]))
        for point in root.iterfind(".//gpx:trkpt", NAMESPACE)
    ]
