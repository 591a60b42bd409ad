"""The socket that `szassist serve` listens on."""

import asyncio
import socket

import pytest

from szassist.errors import ServeError
from szassist.faces.web.serve import listen


async def is_delayed(listener: socket.socket) -> bool:
    """Whether Nagle's algorithm is on for a connection that asyncio, and so uvicorn, accepts on `listener`."""
    found: asyncio.Future[bool] = asyncio.get_running_loop().create_future()

    async def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        found.set_result(not writer.get_extra_info("socket").getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))
        writer.close()
        await writer.wait_closed()

    async with await asyncio.start_server(connected, sock=listener):
        _, writer = await asyncio.open_connection(*listener.getsockname())
        delayed = await found
        writer.close()
        await writer.wait_closed()
    return delayed


def test_the_end_of_a_response_does_not_wait_for_an_acknowledgement_of_its_beginning() -> None:
    assert not asyncio.run(is_delayed(listen("127.0.0.1", 0)))


def test_a_port_that_is_taken_is_told_with_the_remedy() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(ServeError, match=f"127.0.0.1:{port} cannot be listened on .* choose another port"):
            listen("127.0.0.1", port)
