"""Nothing leaves the machine: the whole path runs with every socket but loopback closed."""

import subprocess
import sys
from pathlib import Path

GUARD = """
import socket, sys

def refuse(event, arguments):
    if event in ("socket.connect", "socket.sendto", "socket.bind"):
        address = arguments[1]
        host = address[0] if isinstance(address, tuple) else ""
        if host not in ("127.0.0.1", "::1", "localhost", ""):
            raise RuntimeError(f"{event} to {address}")
    if event in ("socket.getaddrinfo", "socket.gethostbyname"):
        if arguments[0] not in ("127.0.0.1", "::1", "localhost", None):
            raise RuntimeError(f"{event} of {arguments[0]}")

sys.addaudithook(refuse)
"""

WHOLE_PATH = """
from pathlib import Path
from szassist import Assistant, Settings

with Assistant.open(Settings(index=Path(sys.argv[1]))) as assistant:
    print(assistant.ask("2025年PM2.5要降到多少?").text)
"""


def run(code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=False, timeout=110
    )


def test_building_and_asking_open_no_socket_but_loopback(tmp_path: Path) -> None:
    done = run(GUARD + WHOLE_PATH, str(tmp_path / "index"))
    assert done.returncode == 0, done.stderr
    assert "18微克/立方米" in done.stdout


def test_the_guard_itself_stops_a_connection() -> None:
    done = run(GUARD + "socket.create_connection(('192.0.2.1', 80), timeout=1)")
    assert "RuntimeError" in done.stderr
