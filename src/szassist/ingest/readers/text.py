"""Plain text files in the encodings that Chinese documents come in."""

from __future__ import annotations

from pathlib import Path

from szassist.errors import CorpusError

_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_STRAY = "\x00\x01\x02\x03\x04\x05\x06\x07\x08\x0e\x0f\x10\x11\x12\x13\x14\x15\x16\x17\x18\x19\x1b"
# In the order of how sure a successful decoding is: anything decodes as GB18030 sooner or later.
_ENCODINGS = ("utf-8-sig", "gb18030", "big5")


def read(path: Path) -> str:
    """The text of a file as it stands, line ends included; a `CorpusError` where it is no text."""
    return decoded(path.read_bytes(), path)


def decoded(content: bytes, path: Path) -> str:
    """`content` decoded as UTF-8, UTF-16 with a byte order mark, GB18030 or Big5, whichever reads as Chinese."""
    if content.startswith(_UTF16):
        return _utf16(content, path)
    if b"\x00" in content:
        raise CorpusError(f"{path}: not a text file (it holds zero bytes); save it as UTF-8 text or remove it")
    candidates = []
    for encoding in _ENCODINGS:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if encoding == "utf-8-sig":
            return _checked(text, path)
        candidates.append(text)
    if not candidates:
        raise CorpusError(f"{path}: its encoding is none of UTF-8, UTF-16, GB18030 and Big5; save it as UTF-8")
    return _checked(max(candidates, key=_commonness), path)


def _utf16(content: bytes, path: Path) -> str:
    try:
        return _checked(content.decode("utf-16"), path)
    except UnicodeDecodeError as error:
        raise CorpusError(f"{path}: broken UTF-16 at byte {error.start}; save it as UTF-8") from error


def _checked(text: str, path: Path) -> str:
    stray = next((char for char in text if char in _STRAY), None)
    if stray is not None:
        raise CorpusError(
            f"{path}: not a text file (control character {stray!r} at {text.index(stray)}); save it as UTF-8 text"
        )
    return text


_COMMON = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经"
    "這為個國時來們對會發動過說產種後學經與實現業務進應開關條規劃體設環區辦機構單位責任市政府"
)


def _commonness(text: str) -> float:
    """The share of everyday characters: text decoded with the wrong table has hardly any."""
    return sum(char in _COMMON for char in text) / max(len(text), 1)
