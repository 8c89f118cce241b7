"""The data files: read safely, checked with places, compiled and cached."""
