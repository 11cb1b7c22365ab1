"""Settings, read once from the environment or `.env` (prefix `SYSRAI_`) and passed on by `bots/wiring.py`.

Every address is a setting, so that proxies, self-hosted servers and the fakes of the tests can take its place.
The table in README.md is checked against this class.
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


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
    openai_api_key: SecretStr = Field(default=SecretStr(""), description="Key of any OpenAI-compatible service. Empty: all is made offline.")
    openai_base_url: str = Field(default="https://api.openai.com/v1", description="Address of the OpenAI-compatible service.")
    openai_model: str = Field(default="gpt-5-mini", description="Model that writes.")
    openai_image_model: str = Field(default="", description="Model that draws panels, `gpt-image-1` for example. Empty: panels are drawn here.")
    openai_speech_model: str = Field(default="gpt-4o-mini-tts", description="Model that speaks. Empty: offline voices.")
    moderation: bool = Field(default=True, description="With a key: ask the moderation endpoint too. The shipped rules always hold.")
    usd_per_million_tokens_in: float = Field(default=0.25, ge=0, description="Price of the writing model's input, to record what a script cost.")
    usd_per_million_tokens_out: float = Field(default=2.0, ge=0, description="Price of the writing model's output.")
    writes_per_day_max: int = Field(default=300, ge=1, description="Pieces of writing one person may ask for in a day.")
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
    cpu_slots: int = Field(default=0, ge=0, description="Child processes for drawing, speech and film work. 0: one per core.")
    drawn_slots: int = Field(default=0, ge=0, description="Shots drawn at a time by all workers together. 0: one more than this machine's cores.")
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field(default="INFO", description="DEBUG, INFO, WARNING or ERROR.")
    log_format: Literal["text", "json"] = Field(default="text", description="`text` for people, `json` for a log collector.")
