"""Doors for programs: REST, server-sent events, an OpenAI-compatible endpoint and the Model Context Protocol."""
