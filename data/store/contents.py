"""Immutable bodies, each stored once under the hash of its text."""

import zlib

from sqlalchemy.orm import Session

from data.store.codec import digest, encoded
from data.store.schema import Content


def put(session: Session, value: object) -> str:
    """Stores `value` unless it is there already; its hash."""
    text = encoded(value)
    code = digest(text)
    if session.get(Content, code) is None:
        body = zlib.compress(text)
        session.add(Content(hash=code, body=body, seal=digest(body)))
        session.flush()
    return code


def text_of(content: Content) -> bytes | None:
    """The text that was stored; None when it is no longer what it was."""
    try:
        text = zlib.decompress(content.body)
    except zlib.error:
        return None
    whole = digest(text) == content.hash and digest(content.body) == content.seal
    return text if whole else None
