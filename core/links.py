"""Signed, short-lived addresses of single objects, served by our own web process.

    <public url>/d/<expiry>.<signature>/<key>                   download
    <public url>/u/<expiry>.<most bytes>.<signature>/<key>      one PUT of at most so many bytes
    <public url>/hooks/<service>/<take>/<secret>                what an outside service tells about one take

The signature covers everything else in the address. Checked in constant time; nothing in the address can be changed.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
from pathlib import Path
from urllib.parse import quote

from core.config import Settings


def load_secret(settings: Settings) -> bytes:
    """The signing key: the setting, or one made on first use and kept in the data directory, readable by us alone."""
    if given := settings.link_secret.get_secret_value():
        return given.encode()
    path: Path = settings.data_dir / "link.secret"
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with open(path, "x", opener=_private) as file:
            file.write(secrets.token_hex(32))
    except FileExistsError:
        pass
    return path.read_text().encode()


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


class Links:
    """Makes and checks signed addresses."""

    def __init__(self, public_url: str, secret: bytes) -> None:
        self._base, self._secret = public_url.rstrip("/"), secret

    def _sign(self, key: str, expires_at: int) -> str:
        return hmac.new(self._secret, f"{expires_at}\n{key}".encode(), hashlib.sha256).hexdigest()[:40]

    def key(self, purpose: str) -> bytes:
        """A secret of this installation for another purpose."""
        return hmac.digest(self._secret, f"for {purpose}".encode(), "sha256")

    def to(self, key: str, *, now: float, seconds: int) -> str:
        """An address of this object, good for so many seconds."""
        return f"{self._base}/d/{self.pass_to(key, now=now, seconds=seconds)}/{quote(key)}"

    def pass_to(self, key: str, *, now: float, seconds: int) -> str:
        """`<expiry>.<signature>`: what `allows` asks for, for pages of our own beside the downloads."""
        expires_at = int(now) + seconds
        return f"{expires_at}.{self._sign(key, expires_at)}"

    def secret_name(self, purpose: str, salt: str) -> str:
        """A name nobody can guess or make without our secret: 40 hexadecimal digits, always the same for the same words."""
        return hmac.new(self._secret, f"{purpose}\n{salt}".encode(), hashlib.sha256).hexdigest()[:40]

    def page(self, path: str) -> str:
        """The address of one of our own pages."""
        return f"{self._base}/{path}"

    def allows(self, pass_: str, key: str, *, now: float) -> bool:
        """Whether `<expiry>.<signature>` opens this object now."""
        expires_at, _, signature = pass_.partition(".")
        if not expires_at.isascii() or not expires_at.isdigit() or len(expires_at) > 12:
            return False
        genuine = hmac.compare_digest(self._sign(key, int(expires_at)).encode(), signature.encode(errors="replace"))
        return genuine and now < int(expires_at)

    def put_to(self, key: str, *, now: float, seconds: int, bytes_max: int) -> str:
        """An address for storing this object, of at most so many bytes, good for so many seconds."""
        expires_at = int(now) + seconds
        return f"{self._base}/u/{expires_at}.{bytes_max}.{self._sign(f'put {bytes_max} {key}', expires_at)}/{quote(key)}"

    def put_max(self, pass_: str, key: str, *, now: float) -> int | None:
        """The most bytes that `<expiry>.<most bytes>.<signature>` may store under this key now; None where it allows nothing."""
        expiry, _, rest = pass_.partition(".")
        size, _, signature = rest.partition(".")
        if not all(part.isascii() and part.isdigit() and len(part) <= 12 for part in (expiry, size)):
            return None
        genuine = hmac.compare_digest(self._sign(f"put {int(size)} {key}", int(expiry)).encode(), signature.encode(errors="replace"))
        return int(size) if genuine and now < int(expiry) else None

    def hook(self, service: str, take: int) -> str:
        """The address by which an outside service tells about one take."""
        return f"{self._base}/hooks/{service}/{take}/{self._hook_secret(service, take)}"

    def hook_is_ours(self, service: str, take: int, secret: str) -> bool:
        """Whether the secret is the one that was given away for this take."""
        return hmac.compare_digest(self._hook_secret(service, take).encode(), secret.encode(errors="replace"))

    def _hook_secret(self, service: str, take: int) -> str:
        return self._sign(f"hook {service} {take}", 0)
