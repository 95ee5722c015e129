"""A size in pixels as a hosted model wants to hear it: what comes back is fitted by whoever asked."""

from pydantic import JsonValue

from reelhouse.engines.hosted.table import Size, pixels_of, ratio_of


def told_size(rule: Size, size: tuple[int, int]) -> dict[str, JsonValue]:
    """The inputs that tell `size`, or the next best that the model knows."""
    if rule.form == "ratio":
        return {rule.to: min(rule.choices, key=lambda choice: _unlike(ratio_of(choice), size))}
    if rule.form == "tier":
        tiers = sorted(rule.choices, key=pixels_of)
        tier = next((tier for tier in tiers if pixels_of(tier) >= min(size)), tiers[-1])
        return {rule.to: int(tier) if tier.isdecimal() else tier}
    width, height = _within(rule, size)
    if rule.form == "object":
        return {rule.to: {"width": width, "height": height}}
    if rule.form == "text":
        return {rule.to: f"{width}x{height}"}
    return {rule.width: width, rule.height: height}


def _within(rule: Size, size: tuple[int, int]) -> tuple[int, int]:
    """Of the same shape as far as the limits allow, in steps of `multiple`."""
    shrink = min(1.0, rule.most / max(size))
    grow = max(1.0, rule.least / (min(size) * shrink))
    return _stepped(rule, size[0] * shrink * grow), _stepped(rule, size[1] * shrink * grow)


def _stepped(rule: Size, side: float) -> int:
    most = rule.most // rule.multiple * rule.multiple
    return min(max(round(side / rule.multiple) * rule.multiple, rule.multiple), most)


def _unlike(ratio: float, size: tuple[int, int]) -> float:
    wanted = size[0] / size[1]
    return max(ratio / wanted, wanted / ratio)
