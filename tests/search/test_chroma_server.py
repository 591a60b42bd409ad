"""The same index with its vectors kept by a real Chroma server on loopback, for one process and for two."""

import json
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from szassist.errors import PolicyIndexError
from szassist.query import Intent, Query
from szassist.schema import Language
from szassist.search.dense import Dense
from szassist.search.index import Index, is_stale, sync
from szassist.search.store import Content, read_manifest

MakeContent = Callable[..., Content]
ITEMS = tuple(f"第{number}项工作要求" for number in range(30))
DIGESTS = {"plan.txt": "1"}
QUERY = Query("第7项工作", Language.HANS, Intent.OTHER, content="第7项工作")
QUESTIONS = (
    "2025年PM2.5要降到多少?",
    "紅樹林中心由哪些部門負責?",
    "What is the PM2.5 target for 2030?",
    "地铁票价会涨吗?",
)
SECONDS = 110

pytestmark = [pytest.mark.server, pytest.mark.timeout(300)]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def read(url: str, body: object = None) -> Any:
    """The JSON reply of `url` on loopback."""
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(url, data, {"Content-Type": "application/json"})
    with urllib.request.urlopen(request, timeout=30) as reply:
        return json.load(reply)


def wait_for(url: str, process: "subprocess.Popen[bytes]") -> None:
    """Wait until `url` answers with success."""
    end = time.monotonic() + SECONDS
    while time.monotonic() < end and process.poll() is None:
        try:
            read(url)
        except urllib.error.HTTPError as error:  # not ready yet
            error.close()
            time.sleep(0.1)
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.1)
        else:
            return
    raise AssertionError(f"{url} does not answer")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a Chroma server with a folder of its own."""
    port, folder = free_port(), tmp_path_factory.mktemp("chroma")
    chroma = Path(sys.executable).with_name("chroma")
    command = [str(chroma), "run", "--path", str(folder), "--host", "127.0.0.1", "--port", str(port)]
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            wait_for(f"http://127.0.0.1:{port}/api/v2/heartbeat", process)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()


def collections(server: str) -> set[str]:
    found = read(f"{server}/api/v2/tenants/default_tenant/databases/default_database/collections")
    return {str(collection["name"]) for collection in found}


def texts(folder: Path, embedder: Any, server: str | None) -> list[str]:
    index = Index.open(folder, embedder, server)
    try:
        return [hit.text for hit in index.search(QUERY)]
    finally:
        index.close()


def test_an_index_on_a_server_finds_what_a_local_one_finds_and_keeps_no_vectors_itself(
    server: str, tmp_path: Path, make_content: MakeContent, embedder: Any
) -> None:
    content = make_content(*ITEMS)
    sync(tmp_path / "local", content, DIGESTS, embedder)
    assert sync(tmp_path / "remote", content, DIGESTS, embedder, server=server).embedded == 30
    found = texts(tmp_path / "remote", embedder, server)
    assert found[0] == ITEMS[7]
    assert found == texts(tmp_path / "local", embedder, None)
    assert list((tmp_path / "remote").rglob("chroma.sqlite3")) == []
    assert sync(tmp_path / "remote", content, DIGESTS, embedder, server=server).unchanged


def test_a_second_build_embeds_what_is_new_and_leaves_other_folders_of_the_server_alone(
    server: str, tmp_path: Path, make_content: MakeContent, embedder: Any
) -> None:
    for name in ("one", "two"):
        sync(tmp_path / name, make_content(*ITEMS[:9]), DIGESTS, embedder, server=server)
    report = sync(tmp_path / "one", make_content(*ITEMS[8:10]), {"plan.txt": "2"}, embedder, server=server)
    assert (report.embedded, report.reused, report.removed) == (1, 1, 8)
    assert texts(tmp_path / "two", embedder, server)[0] == ITEMS[7]


def test_an_index_moves_to_a_server_and_back_and_leaves_nothing_behind(
    server: str, tmp_path: Path, make_content: MakeContent, embedder: Any
) -> None:
    content, before = make_content(*ITEMS), collections(server)
    sync(tmp_path, content, DIGESTS, embedder)
    assert not is_stale(tmp_path, DIGESTS, embedder.fingerprint)
    assert is_stale(tmp_path, DIGESTS, embedder.fingerprint, server)
    with pytest.raises(PolicyIndexError, match="not there but in the folder; run 'szassist build'"):
        Index.open(tmp_path, embedder, server)
    sync(tmp_path, content, DIGESTS, embedder, server=server)
    assert not is_stale(tmp_path, DIGESTS, embedder.fingerprint, server)
    assert is_stale(tmp_path, DIGESTS, embedder.fingerprint)
    assert len(collections(server) - before) == 1
    with pytest.raises(PolicyIndexError, match="set SZASSIST_CHROMA_URL or run 'szassist build'"):
        Index.open(tmp_path, embedder)
    sync(tmp_path, content, DIGESTS, embedder)
    assert texts(tmp_path, embedder, None)[0] == ITEMS[7]
    assert [path.name for path in tmp_path.glob("vectors-*")] == [read_manifest(tmp_path).vectors]


def test_vectors_that_the_server_lost_are_noticed_and_made_again(
    server: str, tmp_path: Path, make_content: MakeContent, embedder: Any
) -> None:
    content = make_content(*ITEMS)
    sync(tmp_path, content, DIGESTS, embedder, server=server)
    dense = Dense.open(tmp_path / read_manifest(tmp_path).vectors, embedder.fingerprint, server=server)
    dense.keep_models(())
    dense.close()
    with pytest.raises(PolicyIndexError, match="run 'szassist build'"):
        Index.open(tmp_path, embedder, server)
    assert sync(tmp_path, content, DIGESTS, embedder, server=server).embedded == 30
    assert texts(tmp_path, embedder, server)[0] == ITEMS[7]


def test_a_place_that_no_index_names_any_more_is_dropped_on_the_server_too(
    server: str, tmp_path: Path, make_content: MakeContent, embedder: Any
) -> None:
    content = make_content(*ITEMS)
    sync(tmp_path, content, DIGESTS, embedder, server=server)
    other = tmp_path / "vectors-unused"
    Dense.open(other, embedder.fingerprint, create=True, server=server).close()
    assert any(name.startswith("vectors-unused-") for name in collections(server))
    sync(tmp_path, content, {"plan.txt": "2"}, embedder, server=server)
    assert not any(name.startswith("vectors-unused-") for name in collections(server))
    assert not other.exists()


def test_a_server_that_is_not_there_is_one_clear_error_without_the_password(
    tmp_path: Path, make_content: MakeContent, embedder: Any
) -> None:
    address = f"127.0.0.1:{free_port()}"
    with pytest.raises(PolicyIndexError) as caught:
        sync(tmp_path, make_content(*ITEMS), DIGESTS, embedder, server=f"http://me:secret@{address}")
    assert f"kept by the Chroma server http://{address}: " in str(caught.value)
    assert str(caught.value).endswith("start the server, correct SZASSIST_CHROMA_URL or run 'szassist build'")
    assert "secret" not in str(caught.value)
    assert not (tmp_path / "manifest.json").exists()


def test_two_app_processes_over_one_server_give_the_same_answers(server: str, tmp_path: Path) -> None:
    environment = os.environ | {
        "SZASSIST_CHROMA_URL": server,
        "SZASSIST_INDEX": str(tmp_path / "index"),
        "SZASSIST_FEEDBACK": "off",
    }
    subprocess.run([sys.executable, "-m", "szassist", "build"], check=True, env=environment, timeout=SECONDS)
    ports = [free_port() for _ in range(2)]
    apps = [
        subprocess.Popen(
            [sys.executable, "-m", "szassist", "serve", "--port", str(port)],
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        for port in ports
    ]
    try:
        for port, app in zip(ports, apps, strict=True):
            wait_for(f"http://127.0.0.1:{port}/readyz", app)
        answers = [
            [read(f"http://127.0.0.1:{port}/api/v1/ask", {"question": question}) for question in QUESTIONS]
            for port in ports
        ]
    finally:
        for app in apps:
            app.terminate()
            app.wait(30)
    assert answers[0] == answers[1]
    assert "18微克" in answers[0][0]["text"]
    assert answers[0][3]["status"] == "not_found"
    assert len(list((tmp_path / "index").glob("vectors-*/on-chroma-server"))) == 1
