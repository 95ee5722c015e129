"""A brief and its words become the plan that a job keeps."""

from reelhouse.core.videos.types import VideoBrief, VideoPlan, Wording
from reelhouse.media.captions import CaptionStyle


def plan_from(
    brief: VideoBrief, actor_slug: str, style: CaptionStyle, wording: Wording, seconds: int
) -> VideoPlan:
    """All that was asked, with what was found out about it."""
    return VideoPlan(
        script=wording.script,
        generated=brief.narration is None,
        actor_slug=actor_slug,
        seconds=seconds,
        style=style,
        aspect=brief.aspect,
        voice_speed=brief.voice_speed,
        tone=brief.tone,
        music=brief.music,
        call_to_action=brief.call_to_action,
        script_engine=wording.script_engine,
        scenes=wording.scenes,
        template=brief.template,
        broll=brief.broll,
        broll_model=brief.broll_model,
        broll_images=brief.broll_images,
        product_image_url=brief.product_image_url,
        pip=brief.pip,
        language=wording.language,
        subject=brief.prompt,
        original=wording.original,
        translation_engine=wording.translation_engine,
        labels=wording.labels,
    )
