"""From frames to replies: what to say, and what to remember."""
