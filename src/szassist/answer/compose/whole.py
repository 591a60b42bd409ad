"""Sources for what is asked of a document as a whole or of a place in it: its tables, its articles, what it is about."""

from __future__ import annotations

from szassist.answer.compose.articles import of_articles
from szassist.answer.compose.aspects import of_aspect
from szassist.answer.compose.cells import from_cells

WHOLE = (from_cells, of_articles, of_aspect)
