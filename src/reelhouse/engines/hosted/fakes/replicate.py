"""Replicate for tests, as its predictions are documented."""

from email import message_from_bytes

from pydantic import JsonValue

from reelhouse.engines.hosted.fakes.host import Asked, Failed, FakeHost, Make, Reply


class FakeReplicate(FakeHost):
    """Models of `community` are known by their version only; `deleted` are uploads that were taken away."""

    scheme = "Bearer"
    prefix = "/v1"
    version = "5c7d5dc6dd8bf75c1acaa8565735e7986bc5b66206b55cca93cb72c9bf15ccaa"

    def __init__(self, make: Make, *, waits: int = 1, community: frozenset[str] = frozenset()) -> None:
        super().__init__(make, waits=waits)
        self.community = community
        self.deleted: list[bytes] = []

    def spoken(self, asked: Asked) -> Reply:
        reply = Reply.of({"detail": "The requested resource could not be found."}, 404)
        match asked.method, asked.path.removeprefix("/v1/").split("/"):
            case "GET", ["account"]:
                reply = Reply.of({"type": "organization", "username": "acme"})
            case "POST", ["files"]:
                reply = self._given("upload", self._filed(asked))
            case "DELETE", ["files", _]:
                self.deleted.append(self.uploads[asked.path])
                reply = Reply(204, b"")
            case "GET", ["models", owner, name]:
                reply = Reply.of({"owner": owner, "name": name, "latest_version": {"id": self.version}})
            case "POST", ["models", owner, name, "predictions"] if f"{owner}/{name}" not in self.community:
                reply = self._predicted(f"{owner}/{name}", asked)
            case "POST", ["predictions"]:
                reply = self._predicted(str(asked.document()["version"]), asked)
            case "POST", ["predictions", work_id, "cancel"]:
                self._cancelled(work_id)
                reply = self._given("cancel", Reply.of(self._prediction(work_id)))
            case "GET", ["predictions", work_id]:
                self._looked_at(work_id)
                reply = self._given("status", Reply.of(self._prediction(work_id)))
        return reply

    def _predicted(self, model: str, asked: Asked) -> Reply:
        inputs = asked.document()["input"]
        work_id = self._submitted(model, inputs if isinstance(inputs, dict) else {})
        return self._given("submit", Reply.of(self._prediction(work_id), 201))

    def _prediction(self, work_id: str) -> dict[str, JsonValue]:
        work = self.works[int(work_id)]
        base = f"{self.url}/predictions/{work_id}"
        urls: JsonValue = {"get": base, "cancel": f"{base}/cancel", "web": "https://replicate.com/p/1"}
        told: dict[str, JsonValue] = {"id": work_id, "urls": urls, "output": None, "error": None, "logs": ""}
        if work.cancelled:
            return told | {"status": "canceled"}
        if work.looks <= self.waits:
            return told | {"status": "processing" if work.looks else "starting"}
        try:
            return told | {"status": "succeeded", "output": self.make(self, work.model, work.inputs)}
        except Failed as failure:
            return told | {"status": "failed", "error": failure.error}

    def _filed(self, asked: Asked) -> Reply:
        head = f"Content-Type: {asked.headers['Content-Type']}\r\n\r\n".encode()
        parts = message_from_bytes(head + asked.body).get_payload()
        content = next(iter(parts)).get_payload(decode=True)  # type: ignore[union-attr] # a form has parts
        path = f"/v1/files/{len(self.uploads)}"
        self.uploads[path] = content if isinstance(content, bytes) else b""
        return Reply.of({"id": path, "urls": {"get": self.root + path}}, 201)
