"""How to call, as shell lines that work as they stand: curl, and jq as in the document."""

import json
import textwrap

from reelhouse.dialects.killatamata.discovery.examples import Example
from reelhouse.dialects.killatamata.discovery.places import ROOT, Places

JOBS = f"$API_BASE{ROOT}/media/jobs"
KEY = '-H "Authorization: Bearer $API_KEY"'
NEW_KEY = "job-$(date +%s)-$$-$RANDOM"

ENDINGS = {
    "image.generate": "webp",
    "image.edit": "webp",
    "video.generate": "mp4",
    "video.combine": "mp4",
    "audio.speak": "mp3",
    "audio.annotation.reference": "json",
    "ace.step.create": "mp3",
    "moss.sound.effect": "mp3",
    "trellis.generate": "glb",
}
"""Of the file that a task makes, where no field says otherwise."""


def set_up(places: Places) -> str:
    return f'API_BASE="{places.site}"\n: "${{API_KEY:?put an API key of this server into API_KEY}}"'


def submit(example: Example) -> str:
    """Leaves the answer in `SUBMIT_RES` and the job's id in `JOB_ID`; a refusal is shown, and ends."""
    return f"""\
SUBMIT_RES=$(curl -sS -X POST "{JOBS}" \\
  {KEY} \\
  -H "Content-Type: application/json" \\
  -H "X-Idempotency-Key: {NEW_KEY}" \\
  -d '{_indented(example)}')
JOB_ID=$(printf '%s' "$SUBMIT_RES" | jq -r '.jobId // empty')
[ -n "$JOB_ID" ] || {{ printf '%s\\n' "$SUBMIT_RES" >&2; exit 1; }}"""


def poll() -> str:
    """Leaves the last answer in `JOB` and its state in `STATUS`."""
    return f"""\
while true; do
  JOB=$(curl -sS "{JOBS}?jobId=$JOB_ID" {KEY})
  STATUS=$(printf '%s' "$JOB" | jq -r '.status // empty')
  case "$STATUS" in queued|processing) sleep 2 ;; *) break ;; esac
done"""


def download(example: Example) -> str:
    """Saves the file, or shows why there is none."""
    return f"""\
[ "$STATUS" = completed ] || {{ printf '%s\\n' "$JOB" >&2; exit 1; }}
curl -sS -o result.{ENDINGS[example.task]} "$(printf '%s' "$JOB" | jq -r '.downloadableOutputUrls[0]')\""""


def whole_call(places: Places, example: Example) -> str:
    """From nothing to a file."""
    return "\n\n".join((set_up(places), submit(example), poll(), download(example)))


def balance() -> str:
    return f'curl -sS "$API_BASE{ROOT}/balance" {KEY}'


def shell(lines: str) -> str:
    return f"```bash\n{lines}\n```"


def _indented(example: Example) -> str:
    body = json.dumps(example.body, indent=2, ensure_ascii=False)
    assert "'" not in body, "it stands in single quotes"  # noqa: S101
    return textwrap.indent(body, "  ").lstrip()
