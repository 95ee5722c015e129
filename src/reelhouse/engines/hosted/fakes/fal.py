"""fal for tests, as its queue is documented."""

from pydantic import JsonValue

from reelhouse.engines.hosted.fakes.host import Asked, Failed, FakeHost, Reply, Work


class FakeFal(FakeHost):
    scheme = "Key"

    def spoken(self, asked: Asked) -> Reply:
        model, _, rest = asked.path.strip("/").partition("/requests/")
        if asked.path == "/storage/upload/initiate":
            path = f"/slots/{len(self.uploads)}"
            place = {"upload_url": self.root + path, "file_url": self.root + path}
            return self._given("upload", Reply.of(dict(place)))
        if asked.method == "POST":
            work_id = self._submitted(model, asked.document())
            return self._given("submit", Reply.of(self._ticket(model, work_id)))
        work_id, _, step = rest.partition("/")
        if step == "cancel":
            going_on = self._cancelled(work_id)
            told = "CANCELLATION_REQUESTED" if going_on else "ALREADY_COMPLETED"
            return self._given("cancel", Reply.of({"status": told}, 202 if going_on else 400))
        if step == "status":
            return self._given("status", self._state(work_id))
        return self._given("result", self._result(self.works[int(work_id)]))

    def _ticket(self, model: str, work_id: str) -> dict[str, JsonValue]:
        """Addresses of work lack what comes after owner and name of the model."""
        base = f"{self.url}/{'/'.join(model.split('/')[:2])}/requests/{work_id}"
        return {
            "status": "IN_QUEUE",
            "request_id": work_id,
            "response_url": base,
            "status_url": f"{base}/status",
            "cancel_url": f"{base}/cancel",
            "queue_position": 0,
        }

    def _state(self, work_id: str) -> Reply:
        work = self._looked_at(work_id)
        if work is None:
            return Reply.of({"detail": "Request not found"}, 404)
        if work.looks <= self.waits:
            told = "IN_QUEUE" if work.looks == 1 else "IN_PROGRESS"
            return Reply.of({"status": told, "queue_position": 1, "logs": None}, 202)
        state: dict[str, JsonValue] = {
            "status": "COMPLETED",
            "logs": [{"message": "done", "level": "INFO", "source": "USER", "timestamp": "2026-01-01"}],
            "metrics": {"inference_time": 0.1},
        }
        try:
            self.make(self, work.model, work.inputs)
        except Failed as failure:
            if not failure.status:
                state |= {"error": failure.error, "error_type": failure.kind or None}
        return Reply.of(state)

    def _result(self, work: Work) -> Reply:
        try:
            return Reply.of(self.make(self, work.model, work.inputs))
        except Failed as failure:
            detail: list[JsonValue] = [
                {"loc": ["body", "prompt"], "msg": failure.error, "type": failure.kind or "value_error"}
            ]
            return Reply.of({"detail": detail}, failure.status or 500)
