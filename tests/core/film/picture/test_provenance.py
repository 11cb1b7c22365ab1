"""Content credentials: signed last, read back from the file itself, broken by any change, by the operator's certificate or a test one."""

from __future__ import annotations

from pathlib import Path

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec

from core.config import Settings
from core.errors import SetupFailed
from core.film.delivery import FilmFiles, Limits, plan_delivery
from core.film.gate import begins_at_once
from core.film.poster import poster
from core.film.probe import probe
from core.film.provenance import TEST_NAME, _made_up, read_credentials, seal_for, sealed


async def test_a_film_says_how_it_was_made_and_still_plays(film, tmp_path: Path) -> None:
    seal = seal_for(Settings(data_dir=tmp_path))
    made = await sealed(film.workshop, seal, film.made, "The Letter", trained=True)
    said = read_credentials(made.path)
    assert said
    assert (said.valid, said.by, said.title) == (True, TEST_NAME, "The Letter")
    assert said.source.endswith("/trainedAlgorithmicMedia")
    assert said.problems == ("signingCredential.untrusted",), "a test certificate is trusted by nobody"
    assert made.facts["signed"] == "test"
    assert made.path.stat().st_size - film.made.path.stat().st_size < seal.room
    assert begins_at_once(made.path)
    media = await probe(made.path)
    assert (media.duration_s, len(media.chapters), media.cover, media.subtitle_languages) == (8.0, 2, True, ("eng",))
    assert await sealed(film.workshop, seal, film.made, "The Letter", trained=True) == made
    assert read_credentials(film.made.path) is None


async def test_a_changed_byte_breaks_it(film, tmp_path: Path) -> None:
    made = await sealed(film.workshop, seal_for(Settings(data_dir=tmp_path)), film.made, "The Letter", trained=True)
    data = bytearray(made.path.read_bytes())
    data[-2000] ^= 1
    (tmp_path / "changed.mp4").write_bytes(data)
    said = read_credentials(tmp_path / "changed.mp4")
    assert said
    assert not said.valid
    assert "assertion.bmffHash.mismatch" in said.problems


async def test_a_poster_carries_them_too_and_the_operators_name(film, tmp_path: Path) -> None:
    chain, key = _made_up()
    (tmp_path / "cert.pem").write_bytes(chain)
    (tmp_path / "key.pem").write_bytes(key)
    seal = seal_for(Settings(data_dir=tmp_path, c2pa_cert=tmp_path / "cert.pem", c2pa_key=tmp_path / "key.pem"))
    made = await sealed(film.workshop, seal, await poster(film.workshop, film.script), "The Letter", trained=False)
    said = read_credentials(made.path)
    assert said
    assert said.valid
    assert said.source.endswith("/algorithmicMedia")
    assert made.facts["signed"] == "operator"
    assert not (tmp_path / "c2pa-test.pem").exists()


async def test_what_is_made_for_a_chat_is_signed_again_and_fits(film, tmp_path: Path) -> None:
    seal = seal_for(Settings(data_dir=tmp_path))
    whole = await sealed(film.workshop, seal, film.made, film.script.title, trained=True)
    files = FilmFiles(whole, film.script, await poster(film.workshop, film.script))
    limit = whole.path.stat().st_size - 1
    plan = await plan_delivery(film.workshop, files, Limits(max_bytes=limit), seal=seal)
    moving = [sent.path for sent in plan.files if sent.role != "poster"]
    assert moving
    for path in moving:
        assert path.stat().st_size <= limit
        said = read_credentials(path)
        assert said
        assert said.valid


def test_a_certificate_that_cannot_sign_is_said_at_the_start(tmp_path: Path) -> None:
    with pytest.raises(SetupFailed, match="belong together"):
        seal_for(Settings(data_dir=tmp_path, c2pa_cert=tmp_path / "cert.pem"))
    (tmp_path / "cert.pem").write_text("nothing")
    (tmp_path / "key.pem").write_text("nothing")
    with pytest.raises(SetupFailed, match="cannot be used"):
        seal_for(Settings(data_dir=tmp_path, c2pa_cert=tmp_path / "cert.pem", c2pa_key=tmp_path / "key.pem"))
    first = seal_for(Settings(data_dir=tmp_path))
    assert (tmp_path / "c2pa-test.pem").stat().st_mode & 0o077 == 0
    assert isinstance(serialization.load_pem_private_key(first.key, None), ec.EllipticCurvePrivateKey)
