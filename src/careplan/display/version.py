"""The version of careplan, which every display names: pyproject.toml takes it from here."""

__version__ = "0.1.0"
