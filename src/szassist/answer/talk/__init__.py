"""A question in its conversation: what it takes over, what it points at, what it asks about the answer before it."""
