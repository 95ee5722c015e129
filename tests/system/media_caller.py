"""Somebody who has media tasks done over Killa Tamata's API, and what they send along."""

import base64
import time
from io import BytesIO
from typing import Any

import httpx2
import numpy as np
from PIL import Image

from running import RunningHouse


class Killa:
    """A caller who submits and polls, as the document tells."""

    def __init__(self, house: RunningHouse, key: str) -> None:
        self._client = httpx2.Client(
            base_url=f"{house.base}/killatamata/api/v1", headers={"x-api-key": key}, timeout=60
        )

    def run(self, task: str, **fields: object) -> dict[str, Any]:
        taken = self._client.post("/media/jobs", json={"task": task, "input": fields})
        assert taken.status_code == 202, taken.text
        deadline = time.monotonic() + 180
        while time.monotonic() < deadline:
            job: dict[str, Any] = self._client.get(
                "/media/jobs", params={"jobId": taken.json()["jobId"], "includeDetails": 1}
            ).json()
            if job["status"] in {"completed", "failed"}:
                return job
            time.sleep(0.1)
        raise AssertionError("the job did not end")

    def made(self, task: str, **fields: object) -> tuple[dict[str, Any], bytes]:
        job = self.run(task, **fields)
        assert job["status"] == "completed", job["failure"]
        (url,) = job["downloadableOutputUrls"]
        answer = httpx2.get(url, timeout=60)
        assert answer.headers["content-type"].startswith(job["outputs"][0]["mimeType"])
        assert len(answer.content) == job["outputs"][0]["sizeBytes"]
        return job, answer.content

    def balance(self) -> float:
        return float(self._client.get("/balance").json()["balanceUsd"])


def inline(size: tuple[int, int] = (320, 192)) -> dict[str, str]:
    rows, columns = np.mgrid[0 : size[1], 0 : size[0]]
    pixels = np.stack([columns % 256, rows % 256, (rows + columns) % 256], axis=2).astype(np.uint8)
    file = BytesIO()
    Image.fromarray(pixels).save(file, "PNG")
    return {"dataBase64": base64.b64encode(file.getvalue()).decode(), "mimeType": "image/png"}
