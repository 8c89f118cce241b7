"""The chat in a terminal; the only place that knows of screens."""
