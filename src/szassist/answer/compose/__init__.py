"""The extractive engine: a draft of the answer for each kind of question, register rows first."""
