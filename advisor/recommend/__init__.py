"""From what a user said of themselves to a suggestion that can be argued with."""
