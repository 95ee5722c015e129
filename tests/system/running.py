"""A real server in processes of its own, as an operator starts it."""

import json
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import httpx2

REELHOUSE = str(Path(sys.executable).with_name("reelhouse"))
PATIENCE_SECONDS = 120


@dataclass(frozen=True, slots=True)
class RunningHouse:
    base: str
    data: Path
    environment: dict[str, str]
    process: subprocess.Popen[bytes]

    def new_key(self, workspace: str = "acme") -> str:
        argv = [REELHOUSE, "keys", "create", "--workspace", workspace, "--dialect", "agentmedia", "--json"]
        done = subprocess.run(argv, env=self.environment, capture_output=True, check=True, timeout=60)
        return str(json.loads(done.stdout)["key"])

    def await_ready(self) -> None:
        deadline = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < deadline:
            assert self.process.poll() is None, "reelhouse serve ended"
            try:
                if httpx2.get(f"{self.base}/readyz").status_code == 200:
                    return
            except httpx2.TransportError:
                pass
            time.sleep(0.05)
        raise AssertionError("reelhouse serve did not become ready")
