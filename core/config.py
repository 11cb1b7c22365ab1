"""Settings, read once from the environment or `.env` (prefix `SYSRAI_`) and passed on by `bots/wiring.py`.

Every address is a setting, so that proxies, self-hosted servers and the fakes of the tests can take its place.
The table in README.md is checked against this class.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, SecretStr, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from gpu_worker.contract import MODELS

RenderedTier = Literal["draft", "standard", "cinema"]
"""What a GPU or a hosted service may serve."""


def _known(model: str) -> str:
    if model not in MODELS:
        raise ValueError(f"there is no model {model}; known: {', '.join(MODELS)}")
    return model


class Entry(BaseModel):
    """Base of a setting that is a JSON object: nothing unknown is accepted."""

    model_config = ConfigDict(frozen=True, extra="forbid", protected_namespaces=())


class GpuEndpoint(Entry):
    """One place where GPU workers serve one model: a RunPod endpoint, or cards of one's own.

    `usd_per_s` is what a second of its GPU costs. `weight`: its share of the work among its equals. `workers`: orders it may hold
    at a time. `seconds_per_second`: GPU seconds for one finished second, where the operator knows better than the model's estimate.
    """

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9-]{1,39}$")
    model: Annotated[str, AfterValidator(_known)]
    tiers: tuple[RenderedTier, ...] = Field(min_length=1)
    gpu: str = Field(min_length=1, max_length=60)
    usd_per_s: float = Field(ge=0, le=1)
    region: str = Field(default="", max_length=40)
    weight: float = Field(default=1.0, gt=0, le=100)
    workers: int = Field(default=1, ge=1, le=1000)
    steps: int | None = Field(default=None, ge=1, le=100)
    seconds_per_second: float | None = Field(default=None, gt=0)
    cold_start_s: int = Field(default=300, ge=1, le=3600)
    """How long a worker may take from nothing to its first step; until then waiting is no stall."""
    stall_s: int = Field(default=240, ge=1, le=3600)
    """A worker that says nothing new for so long is given up."""


class HostedModel(Entry):
    """One video model of a hosted service. `image_id`: its twin that begins from a picture, where there is one.

    `usd_per_s` is its price for one finished second; `seconds` the lengths it makes, of which the shortest that suffices is asked for.
    """

    id: str = Field(pattern=r"^[a-z0-9-]+(/[a-z0-9._-]+)+$")
    image_id: str = Field(default="", pattern=r"^$|^[a-z0-9-]+(/[a-z0-9._-]+)+$")
    tiers: tuple[RenderedTier, ...] = Field(min_length=1)
    usd_per_s: float = Field(ge=0, le=10)
    seconds: tuple[int, ...] = Field(default=(5, 10), min_length=1)
    resolution: str = Field(default="720p", max_length=12)
    at_once: int = Field(default=4, ge=1, le=100)
    seconds_per_second: float = Field(default=20.0, gt=0)


class Settings(BaseSettings):
    """All settings. Field descriptions are the documentation."""

    model_config = SettingsConfigDict(env_prefix="SYSRAI_", env_file=".env", extra="ignore", frozen=True)

    data_dir: Path = Field(default=Path(".sysrai"), description="Where embedded servers, local storage and the workshop's cache live.")
    database_url: str = Field(default="", description="PostgreSQL (`postgres://…`). Empty: an embedded server under the data directory.")
    redis_url: str = Field(default="", description="Redis or Valkey (`redis://…`). Empty: an embedded server under the data directory.")
    storage_url: str = Field(
        default="",
        description="Where films are kept: `s3://bucket/prefix?endpoint=…&region=…` or a folder. Empty: under the data directory.",
    )
    public_url: str = Field(default="http://127.0.0.1:8080", description="How people reach the web process; signed links begin with it.")
    web_host: str = Field(default="127.0.0.1", description="Address the web process listens on.")
    web_port: int = Field(default=8080, ge=1, le=65535, description="Port the web process listens on.")
    link_secret: SecretStr = Field(default=SecretStr(""), description="Key that signs download links. Empty: one is made and kept in the data directory.")
    discord_token: SecretStr = Field(default=SecretStr(""), description="Token of the Discord bot. Empty: no Discord.")
    discord_api_url: str = Field(default="https://discord.com/api/v10", description="Address of Discord's API.")
    discord_gateway_url: str = Field(default="", description="Address of Discord's gateway (`wss://…`). Empty: Discord's own.")
    discord_shards: int = Field(default=0, ge=0, description="Connections to Discord's gateway. 0: as many as Discord asks for.")
    telegram_token: SecretStr = Field(default=SecretStr(""), description="Token of the Telegram bot, from @BotFather. Empty: no Telegram.")
    telegram_api_url: str = Field(default="https://api.telegram.org", description="Address of the Bot API, or of a Bot API server of your own.")
    telegram_webhook_secret: SecretStr = Field(
        default=SecretStr(""), description="Any long secret: updates then come to the web process, at an address made of it. Empty: long polling."
    )
    telegram_file_mb_max: int = Field(default=50, ge=1, le=2000, description="Largest file the bot may send, in MB; 2000 with a Bot API server of your own.")
    telegram_shares_files: bool = Field(
        default=False, description="That server sees this machine's files: they are handed over by path, and people's own are fetched up to the same size."
    )
    c2pa_cert: Path | None = Field(default=None, description="Certificate chain (PEM) that signs content credentials. Empty: a test one that nobody trusts.")
    c2pa_key: Path | None = Field(default=None, description="Private key (PEM) of that certificate.")
    openai_api_key: SecretStr = Field(default=SecretStr(""), description="Key of any OpenAI-compatible service. Empty: all is made offline.")
    openai_base_url: str = Field(default="https://api.openai.com/v1", description="Address of the OpenAI-compatible service.")
    openai_model: str = Field(default="gpt-5-mini", description="Model that writes.")
    openai_image_model: str = Field(default="", description="Model that draws panels, `gpt-image-1` for example. Empty: panels are drawn here.")
    openai_speech_model: str = Field(default="gpt-4o-mini-tts", description="Model that speaks. Empty: offline voices.")
    openai_transcription_model: str = Field(
        default="whisper-1", description="Model that hears which line of a film a recording says; it must give word times. Empty: the person says so."
    )
    moderation: bool = Field(default=True, description="With a key: ask the moderation endpoint too. The shipped rules always hold.")
    usd_per_million_tokens_in: float = Field(default=0.25, ge=0, description="Price of the writing model's input, to record what a script cost.")
    usd_per_million_tokens_out: float = Field(default=2.0, ge=0, description="Price of the writing model's output.")
    writes_per_day_max: int = Field(default=300, ge=1, description="Pieces of writing one person may ask for in a day.")
    gpu_usd_per_day_max: float = Field(default=0.0, ge=0, description="US dollars that shots may cost in a day (UTC), then rendering waits. 0: no limit.")
    films_per_day_max: int = Field(default=100, ge=1, description="Films one person may begin in a day.")
    stripe_secret_key: SecretStr = Field(
        default=SecretStr(""), description="Stripe's secret or restricted key (`sk_…`, `rk_…`). Empty: nothing is sold through Stripe."
    )
    stripe_webhook_secret: SecretStr = Field(default=SecretStr(""), description="Signing secret of the webhook endpoint (`whsec_…`).")
    stripe_api_url: str = Field(default="https://api.stripe.com", description="Address of Stripe's API.")
    stripe_tax: bool = Field(default=True, description="Let Stripe Tax add what is due where the buyer lives.")
    telegram_stars: bool = Field(default=True, description="With a Telegram token: sell credits and plans for Stars inside Telegram.")
    discord_skus: str = Field(default="", description="What Discord's own shop sells, as `pack-60=<SKU id>,indie=<SKU id>`. Empty: nothing.")
    trial_credits: int = Field(default=30, ge=0, description="Credits a newcomer gets once, to try what is sold. 0: none.")
    trial_account_days: int = Field(default=7, ge=0, description="How old a chat account must be for the trial, where its platform tells.")
    trials_per_place_max: int = Field(default=20, ge=1, description="Trials that newcomers in one server or group get in a day.")
    promo_credits_per_day: int = Field(default=3000, ge=0, description="Free credits given away in a day: trials, codes and invitations together.")
    support_contact: str = Field(default="", description="Where people reach the operator about payments: an address or a handle.")
    runpod_api_key: SecretStr = Field(default=SecretStr(""), description="Key of a RunPod account whose endpoints render shots. Empty: none do.")
    runpod_api_url: str = Field(default="https://api.runpod.ai/v2", description="Address of RunPod's serverless API.")
    runpod_endpoints: tuple[GpuEndpoint, ...] = Field(
        default=(), description="JSON list of RunPod endpoints: id, model, tiers, gpu, usd_per_s and more; see `docs/runpod.md`."
    )
    own_gpu_key: SecretStr = Field(
        default=SecretStr(""), description="Key by which workers on cards of one's own take shots from the web process. Empty: none may."
    )
    own_gpu_endpoints: tuple[GpuEndpoint, ...] = Field(default=(), description="JSON list like `SYSRAI_RUNPOD_ENDPOINTS`, for cards of one's own.")
    fal_key: SecretStr = Field(default=SecretStr(""), description="Key of fal.ai, a hosted video service. Empty: it is not used.")
    fal_url: str = Field(default="https://queue.fal.run", description="Address of fal.ai's queue.")
    fal_models: tuple[HostedModel, ...] = Field(
        default=(), description="JSON list of its models: id, image_id, tiers, usd_per_s and more; they serve tiers that no GPU endpoint does."
    )
    start_images: Literal["panels", "painted", "none"] = Field(
        default="panels",
        description="A shot that is not a continuation begins from its storyboard panel: `panels` always, `painted` if a model painted it, `none` never.",
    )
    cpu_slots: int = Field(default=0, ge=0, description="Child processes for drawing, speech and film work. 0: one per core.")
    cache_days: int = Field(
        default=30,
        ge=1,
        description="What only makes this machine quick (the workshop's cache, copies from S3) goes when nobody asked for it in so many days.",
    )
    drawn_slots: int = Field(default=0, ge=0, description="Shots drawn at a time by all workers together. 0: one more than this machine's cores.")
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field(default="INFO", description="DEBUG, INFO, WARNING or ERROR.")
    log_format: Literal["text", "json"] = Field(default="text", description="`text` for people, `json` for a log collector.")

    @model_validator(mode="after")
    def _endpoints_are_whole(self) -> Settings:
        ids = [endpoint.id for endpoint in (*self.runpod_endpoints, *self.own_gpu_endpoints)]
        if doubled := sorted({id for id in ids if ids.count(id) > 1}):
            raise ValueError(f"endpoint {doubled[0]} stands twice")
        for key, endpoints in (("runpod_api_key", self.runpod_endpoints), ("own_gpu_key", self.own_gpu_endpoints), ("fal_key", self.fal_models)):
            if endpoints and not getattr(self, key).get_secret_value():
                raise ValueError(f"its endpoints need SYSRAI_{key.upper()}")
        return self


REAL = ("runpod_api_key", "fal_key")
"""Settings any of which makes this a place where a service is paid for rendering: there are no play credits then."""


def is_real(settings: Settings) -> bool:
    """Whether somebody outside is paid for rendering here. A card of one's own is not."""
    return any(getattr(settings, name).get_secret_value() for name in REAL)
