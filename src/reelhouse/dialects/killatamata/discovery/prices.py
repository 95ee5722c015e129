"""What tasks cost, in words, from the figures that the bill is made of."""

from collections.abc import Sequence

from reelhouse.core.tasks import estimates, pricing
from reelhouse.core.tasks.settings import TaskPrices
from reelhouse.dialects.killatamata.units import MICROS


def price_words(prices: TaskPrices) -> dict[str, str]:
    """By task; every figure is in dollars."""
    surcharge = f"× {float(pricing.SURCHARGE):g}"
    spoken = f"estimated at {estimates.CHARACTERS_A_SECOND} characters of text a second"
    sung = (
        f"estimated at {float(estimates.SUNG_WORDS_A_SECOND):g} words of transcript a second, "
        f"{float(estimates.WITHOUT_TRANSCRIPT):g} s without one"
    )
    return {
        "image.generate": f"{usd(prices.image)} a picture; {surcharge} with highDetail",
        "image.edit": f"{usd(prices.edit)} a picture; {surcharge} with highDetail",
        "video.generate": (
            f"{usd(prices.video_base)} + durationFrames × width × height / {pricing.MEGAPIXEL} × "
            f"{usd(prices.video_frame_megapixel)}; + {prices.video_audio_percent} % with reference audio; "
            f"{surcharge} with extremeQuality"
        ),
        "video.combine": f"{usd(pricing.JOIN_PER_CLIP)} a clip",
        "audio.speak": f"by length, {spoken}: {_tiers(pricing.SPEECH_TIERS)}",
        "audio.annotation.reference": f"by length, {sung}: {_tiers(pricing.ANNOTATION_TIERS)}",
        "ace.step.create": (
            f"max({usd(pricing.SONG_LEAST)}, durationSeconds × kbps of quality × "
            f"{usd(pricing.SONG_PER_SECOND_KBPS)})"
        ),
        "moss.sound.effect": (
            f"max({usd(pricing.SOUND_LEAST)}, durationSeconds × {usd(pricing.SOUND_PER_SECOND)} + "
            f"maxNewTokens × {usd(pricing.SOUND_PER_TOKEN)})"
        ),
        "trellis.generate": f"{usd(prices.mesh)} a solid",
    }


def usd(micros: int) -> str:
    """Micro-dollars as ``$0.02``, to the last digit that is not a nought."""
    cents = f"{micros / MICROS:.6f}".rstrip("0")
    whole, _, rest = cents.partition(".")
    return f"${whole}.{rest:0<2}"


def _tiers(tiers: Sequence[tuple[int, int]]) -> str:
    *most, (_, last) = tiers
    steps = [f"{usd(price)} up to {seconds} s" for seconds, price in most]
    return f"{', '.join(steps)}, {usd(last)} above"
