"""Where everything is, as absolute addresses."""

from dataclasses import dataclass

ROOT = "/api/v1"


@dataclass(frozen=True, slots=True)
class Places:
    """`site` is the address under which the API's root and the files lie, without a slash at its end."""

    site: str

    @property
    def api(self) -> str:
        return f"{self.site}{ROOT}"

    @property
    def openapi(self) -> str:
        return f"{self.site}/openapi.json"

    @property
    def api_openapi(self) -> str:
        return f"{self.api}/openapi.json"

    @property
    def llms(self) -> str:
        return f"{self.site}/llms.txt"

    @property
    def skill(self) -> str:
        return f"{self.site}/skills/killatamata/SKILL.md"

    @property
    def skill_index(self) -> str:
        return f"{self.site}/.well-known/agent-skills.json"

    @property
    def skill_index_of_the_rfc(self) -> str:
        """Where clients of the Agent Skills Discovery draft (0.2.0) look for it."""
        return f"{self.site}/.well-known/agent-skills/index.json"

    @property
    def plugin(self) -> str:
        return f"{self.site}/.well-known/ai-plugin.json"

    def under(self, address: str) -> str:
        """The path of an address below the site."""
        return address.removeprefix(self.site)
