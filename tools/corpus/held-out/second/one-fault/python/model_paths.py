"""Where the trained models are."""

from pathlib import Path

MODELS = Path("/home/jonas/work/ocr-experiments/models")


def latest_model(language: str) -> Path:
    """Return the newest model of a language."""
    candidates = sorted(MODELS.glob(f"{language}-*.onnx"))
    if not candidates:
        raise FileNotFoundError(f"there is no model for {language!r}")
    return candidates[-1]
