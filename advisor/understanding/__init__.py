"""From a text to frames: what the speaker did, of which roles and topics."""
