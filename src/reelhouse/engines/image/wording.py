"""What models are asked in words, because none has a field for it."""

from reelhouse.engines.image.types import ImageRequest


def prompt_of(request: ImageRequest) -> str:
    """The prompt, with the accent and the free part of the picture said in it."""
    prompt = request.prompt
    if request.accent:
        prompt += f"\nUse the colour {request.accent} somewhere in the picture."
    if request.clear_below:
        prompt += f"\nLeave the lowest {request.clear_below:.0%} of the picture calm: words will stand there."
    return prompt
