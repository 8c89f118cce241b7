"""The topics that the program itself speaks of; all others are only the files'.

A field may lack any of these but the overview, and does without what they serve.
"""

OVERVIEW = "overview"
"""Answers where no topic is asked about; every role has one."""
PAY = "salary"
"""What tables of pay are on, and what a place or a level alone asks about."""
FIT = "fit"
"""Whom a role suits: asked of nobody but oneself, it asks for a suggestion."""
WAY_IN = "getting_started"
"""What a path answers, and what is spoken of after a suggestion."""
MOVING = "transition"
"""Of two roles, it is about the one that a move leads to."""
HARD = "challenges"
"""What is told along with what speaks against a suggestion."""
DEMAND = "outlook"
"""What others say of the jobs is asked about: whether there is a future in them."""
ENVIRONMENT = "environment"
"""Where these jobs are is told from: in which industries."""
RESPONSIBILITIES = "responsibilities"
"""What is done in a job is told from, where it is asked for by that."""
