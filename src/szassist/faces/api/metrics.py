"""Counts and times for an operator, in Prometheus' format; no question's text is among them."""

from __future__ import annotations

from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Counter, Gauge, Histogram, generate_latest

BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0)


class Metrics:
    """The counters of one application."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self.requests = Counter("szassist_requests", "requests", ["route", "status"], registry=self.registry)
        self.seconds = Histogram(
            "szassist_request_seconds", "time of a request", ["route"], buckets=BUCKETS, registry=self.registry
        )
        self.active = Gauge("szassist_active_requests", "requests being answered", registry=self.registry)

    def page(self) -> tuple[bytes, str]:
        """The exposition text and its content type."""
        return generate_latest(self.registry), CONTENT_TYPE_LATEST
