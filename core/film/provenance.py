"""Content credentials (C2PA): every file that is handed out says, signed and machine-readable, that it was made with AI.

Signing is the last thing that happens to a file; whatever is encoded or cut again after it is signed again. The operator brings a
certificate (`SYSRAI_C2PA_CERT`, `SYSRAI_C2PA_KEY`); without one a test certificate is made on first use, which verifies but is trusted by
nobody, and is said to be one wherever credentials are mentioned. Called by `core.rendering` and `delivery`.
"""

from __future__ import annotations

import asyncio
import hashlib
import json
import os
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache, partial
from pathlib import Path
from typing import Any, Literal

import c2pa
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from core import cpu
from core.config import Settings
from core.errors import SetupFailed
from core.film.chapters import MADE_WITH_AI
from core.workshop import Made, Stage, Workshop

Kind = Literal["operator", "test"]
TEST_NAME = "Sysrai test certificate, trusted by nobody"
MADE_BY: dict[bool, str] = {
    True: "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia",
    False: "http://cv.iptc.org/newscodes/digitalsourcetype/algorithmicMedia",
}
"""IPTC's names for what trained models made, and for what a program drew."""


@dataclass(frozen=True)
class Seal:
    """A certificate chain and its key, as PEM. `kind` tells whose it is."""

    chain: bytes
    key: bytes
    kind: Kind

    @property
    def fingerprint(self) -> str:
        """Names the certificate; files sealed with another one are sealed anew."""
        return hashlib.sha256(self.chain).hexdigest()[:16]

    @property
    def room(self) -> int:
        """Bytes that sealing adds to a file at most."""
        return 16 * 1024 + 2 * len(self.chain)


@dataclass(frozen=True)
class Credentials:
    """What a file says of itself. `valid`: signed, and not a byte changed since; `by`: the certificate's name; `source`: IPTC's source type."""

    valid: bool
    by: str
    source: str
    title: str
    problems: tuple[str, ...]


def seal_for(settings: Settings) -> Seal:
    """The operator's seal, or the test one. Raises SetupFailed for a certificate or key that cannot be used."""
    return _seal(settings.c2pa_cert, settings.c2pa_key, settings.data_dir)


@cache
def _seal(cert: Path | None, key: Path | None, data_dir: Path) -> Seal:
    if bool(cert) != bool(key):
        raise SetupFailed("SYSRAI_C2PA_CERT and SYSRAI_C2PA_KEY belong together: set both or neither.")
    try:
        seal = Seal(cert.read_bytes(), key.read_bytes(), "operator") if cert and key else Seal(*_test_certificate(data_dir), "test")
        _signer(seal)
    except (OSError, ValueError, c2pa.C2paError) as error:
        raise SetupFailed(f"The certificate for content credentials cannot be used ({error}). Mend SYSRAI_C2PA_CERT and SYSRAI_C2PA_KEY.") from error
    return seal


def _test_certificate(data_dir: Path) -> tuple[bytes, bytes]:
    """A chain and key of this installation's own, kept in the data directory. The file appears whole, whoever makes it first."""
    path = data_dir / "c2pa-test.pem"
    if not path.exists():
        data_dir.mkdir(parents=True, exist_ok=True)
        chain, key = _made_up()
        aside = path.with_suffix(f".{os.getpid()}")
        with open(aside, "wb", opener=lambda name, flags: os.open(name, flags, 0o600)) as file:
            file.write(key + chain)
        try:
            os.link(aside, path)
        except FileExistsError:
            pass  # another process made one a moment ago: its one counts
        finally:
            aside.unlink()
    key, _, chain = path.read_bytes().partition(b"-----BEGIN CERTIFICATE-----")
    return b"-----BEGIN CERTIFICATE-----" + chain, key


def _made_up() -> tuple[bytes, bytes]:
    """An authority nobody knows and a certificate by it, good for ten years: C2PA refuses self-signed ones."""
    authority, key = ec.generate_private_key(ec.SECP256R1()), ec.generate_private_key(ec.SECP256R1())
    root = _certificate("Sysrai test authority", "Sysrai test authority", authority, authority, authority=True)
    leaf = _certificate(TEST_NAME, "Sysrai test authority", key, authority, authority=False)
    pem = serialization.Encoding.PEM
    secret = key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    return leaf.public_bytes(pem) + root.public_bytes(pem), secret


def _certificate(name: str, by: str, key: ec.EllipticCurvePrivateKey, signed_by: ec.EllipticCurvePrivateKey, *, authority: bool) -> x509.Certificate:
    now, public = datetime.now(UTC), key.public_key()
    uses = dict.fromkeys(
        ("content_commitment", "key_encipherment", "data_encipherment", "key_agreement", "encipher_only", "decipher_only"), False
    )  # fmt: skip
    made = (
        x509.CertificateBuilder()
        .subject_name(_named(name))
        .issuer_name(_named(by))
        .public_key(public)
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=3650))
        .add_extension(x509.BasicConstraints(authority, None), critical=True)
        .add_extension(x509.KeyUsage(digital_signature=not authority, key_cert_sign=authority, crl_sign=authority, **uses), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(public), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(signed_by.public_key()), critical=False)
    )
    if not authority:
        made = made.add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.EMAIL_PROTECTION]), critical=False)
    return made.sign(signed_by, hashes.SHA256())


def _named(name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.ORGANIZATION_NAME, "Sysrai"), x509.NameAttribute(NameOID.COMMON_NAME, name)])


def _signer(seal: Seal) -> Any:
    key = serialization.load_pem_private_key(seal.key, None)
    match key:
        case ec.EllipticCurvePrivateKey():
            algorithm = {256: c2pa.C2paSigningAlg.ES256, 384: c2pa.C2paSigningAlg.ES384, 521: c2pa.C2paSigningAlg.ES512}[key.curve.key_size]
        case ed25519.Ed25519PrivateKey():
            algorithm = c2pa.C2paSigningAlg.ED25519
        case rsa.RSAPrivateKey():
            algorithm = c2pa.C2paSigningAlg.PS256
        case _:
            raise ValueError("a key of this kind signs no content credentials")
    return c2pa.Signer.from_info(c2pa.C2paSignerInfo(algorithm, seal.chain, seal.key, None))


# ---------------------------------------------------------------- sealing


async def sealed(workshop: Workshop, seal: Seal, file: Made, title: str, *, trained: bool) -> Made:
    """The file with its credentials, read back and found whole. `trained`: models made it, rather than a program alone.

    Facts: those of the file, `signed` (operator or test), `bytes`.
    """
    stage = Stage("sealed", 1, file.path.suffix, partial(_make, seal=seal))
    return await workshop.made(stage, file=file, title=title, trained=trained, certificate=seal.fingerprint)


async def _make(out: Path, file: Made, title: str, trained: bool, certificate: str, seal: Seal) -> dict[str, Any]:
    async with cpu.slot():
        await asyncio.to_thread(_sign, file.path, out, title, seal, MADE_BY[trained])
        found = await asyncio.to_thread(read_credentials, out)
    if found is None or not found.valid:
        raise RuntimeError(f"the credentials of {out.name} do not verify: {found}")
    return {**file.facts, "signed": seal.kind, "trained": trained, "bytes": out.stat().st_size}


def _sign(source: Path, out: Path, title: str, seal: Seal, source_type: str) -> None:
    action = {"action": "c2pa.created", "digitalSourceType": source_type, "softwareAgent": {"name": "Sysrai"}, "description": MADE_WITH_AI}
    claim = {
        "claim_generator_info": [{"name": "Sysrai"}],
        "title": title,
        "assertions": [{"label": "c2pa.actions.v2", "data": {"actions": [action]}}],
    }
    with _signer(seal) as signer, c2pa.Builder(json.dumps(claim)) as builder:
        builder.sign_file(str(source), str(out), signer)


def read_credentials(path: Path) -> Credentials | None:
    """What a file's credentials say; None for a file without any."""
    try:
        with c2pa.Reader(str(path)) as reader:
            told, state = json.loads(reader.json()), reader.get_validation_state()
    except c2pa.C2paError.ManifestNotFound:
        return None
    active = told["manifests"][told["active_manifest"]]
    actions = [action for each in active["assertions"] if each["label"].startswith("c2pa.actions") for action in each["data"]["actions"]]
    problems = tuple(status["code"] for status in told.get("validation_status", ()))
    return Credentials(
        valid=state in ("Valid", "Trusted"), by=active["signature_info"].get("common_name", ""), title=active.get("title", ""), problems=problems,
        source=next((action["digitalSourceType"] for action in actions if "digitalSourceType" in action), ""),
    )  # fmt: skip
