"""Which rows and sentences a question means, and which only look like it."""
