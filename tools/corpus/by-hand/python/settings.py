"""Settings of the service, all from the environment."""
from functools import lru_cache
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """One place that knows their names."""

    model_config = SettingsConfigDict(env_prefix="SHOP_", env_file=".env")

    database_url: str
    secret_key: str
    token_minutes: int = 30
    allowed_origins: list[str] = []

    @property
    def is_local(self) -> bool:
        return "localhost" in self.database_url


@lru_cache
def settings() -> Settings:
    return Settings()
