"""The estimate of how long a text takes, measured against the builtin voices."""

from collections.abc import Sequence

import anyio
import pytest

from reelhouse.core.actors.library import LIBRARY
from reelhouse.core.pitches.directing.pace import NATURAL, Pace, pace_of
from reelhouse.core.pitches.plan import VoiceChoice
from reelhouse.engines.speech.backends.builtin import BuiltinSpeech
from reelhouse.engines.speech.types import SpeechRequest
from reelhouse.engines.text.types import Tone

SENTENCES = """
Meet FitTrack.
Start with the workout log.
Next, add your first workout.
From there, you can share progress with friends.
Everything you need is on one screen.
Still struggling to get paid on time?
Want to fill empty classes? Watch this.
You get weekly volume, rest days, and streaks at a glance.
Tap Create invoice, and you're on your way.
Try InvoiceFly today.
Book a demo, and see it with your own data.
Here's how to find a slow query before your users do.
The timeline shows every request, every retry, and every error.
Number three: dark mode.
And that leaves you with a clean report.
Imagine planning your visit before you leave home.
What if you could walk through the museum from your sofa?
Choose a gallery, save what you like, and come back later.
It all comes together in the dashboard.
Sign up for free.
Look at the numbers: 98 percent on time.
You saved 4 hours and 30 minutes this week.
In 2026, 12,500 people played it.
The total is $1,240, due on March 14.
Deploy with one command.
Set a breakpoint, replay the request, and read the answer.
No detours, no extra tabs.
Then the quest begins.
Explore 40 islands with 3 friends.
Pick a hero, build a camp, and survive the night.
This is the new booking calendar for small gyms.
Reminders go out on their own, so nobody forgets a class.
Your customers pay by card, by bank transfer, or with Apple Pay.
Before, it was spreadsheets, phone calls, and sticky notes.
Now you have one calendar that everybody can read.
Say hello to automatic backups.
Invite your whole team in one go.
Connect Slack, GitHub, and Jira.
Every change is reviewed before it goes live.
Right there: revenue, expenses, and profit.
Plan your visit.
Download the app and start today.
Why is it so hard to keep a habit?
It takes care of taxes, currencies, and late fees.
When you're ready, send it.
Have a closer look.
That's where smart reminders come in.
See how the API explorer answers a question.
Open the map, find a painting, and listen to its story.
Each room has a story, and each story has a voice.
Finally, export the whole thing as a PDF.
Is your onboarding losing people?
Four ways to ship faster, starting now.
Turn a folder of screenshots into a video.
Search across everything.
You decide who sees what, and for how long.
Compare plans, check the price, and order.
A single view of every customer conversation, wherever it began.
Less typing, more training.
Follow along as we set up a project from nothing, add a teammate, and publish the first page.
Security comes first, with two-factor login and single sign-on.
It's free for students.
The leaderboard updates while you play.
Ask a question in plain English, and get a chart.
Drag, drop, done.
Keep your notes, tasks, and deadlines together.
Swipe left to skip, or hold to listen.
We built it for freelancers, agencies, and small studios.
Your week at a glance.
Photographs, letters, and maps from three centuries.
""".strip().splitlines()
VOICES = {actor.slug: actor.voice for actor in LIBRARY}
CLOSE = 0.08


def _errors(sentences: Sequence[str], actor: str, speed: float) -> list[float]:
    """How far each estimate is from what was spoken, in parts of it."""
    pace = pace_of(VoiceChoice(actor, speed), None)

    async def speak() -> list[float]:
        engine = BuiltinSpeech()
        spoken = []
        for sentence in sentences:
            speech = await engine.speak(SpeechRequest(text=sentence, voice=VOICES[actor], speed=speed))
            spoken.append(float(speech.timing.duration))
        return spoken

    return [
        pace.seconds_of(sentence) / seconds - 1
        for sentence, seconds in zip(sentences, anyio.run(speak), strict=True)
    ]


@pytest.mark.parametrize(
    ("actor", "speed", "step"), [("emma", 1.0, 1), ("henry", 1.0, 5), ("claire", 1.2, 5)]
)
def test_most_sentences_take_as_long_as_was_thought(actor: str, speed: float, step: int) -> None:
    errors = _errors(SENTENCES[::step], actor, speed)

    assert len(SENTENCES) >= 60
    assert sum(abs(error) <= CLOSE for error in errors) >= 0.75 * len(errors)
    assert max(map(abs, errors)) < 0.25


def test_a_whole_pitch_takes_as_long_as_was_thought() -> None:
    errors = _errors([" ".join(SENTENCES[at : at + 8]) for at in range(0, 48, 8)], "emma", 1.0)

    assert max(map(abs, errors)) < 0.08
    assert abs(sum(errors)) / len(errors) < 0.03


def test_nothing_takes_no_time() -> None:
    assert NATURAL.seconds_of("") == NATURAL.seconds_of(" … ") == 0


def test_a_quicker_voice_takes_less() -> None:
    text = "Send the invoice, and see when it was read."

    assert Pace(2.0).seconds_of(text) == pytest.approx(NATURAL.seconds_of(text) / 2)
    assert pace_of(VoiceChoice("walter"), None).rate < 1 < pace_of(VoiceChoice("freya"), None).rate
    assert pace_of(VoiceChoice("emma"), Tone.ENERGETIC).rate > pace_of(VoiceChoice("emma"), Tone.CALM).rate


@pytest.mark.parametrize(
    ("short", "long"), [("We have 7.", "We have 7,777."), ("It is 5%.", "It is 5.25%."), ("A PDF.", "A bed.")]
)
def test_figures_and_acronyms_are_read_out(short: str, long: str) -> None:
    first, second = NATURAL.seconds_of(short), NATURAL.seconds_of(long)

    assert first != second
    assert (first < second) == ("PDF" not in short)
