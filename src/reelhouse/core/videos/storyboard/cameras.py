"""Gentle moves over pictures: each goes another way than the one before."""

from reelhouse.media.composition import Camera, Fit, View

WHOLE_ZOOM = 1.03
"""How far the camera goes into a picture that is shown as a whole."""

DRIFT = 0.6
"""The part of the free way that the camera drifts; all of it would end at the edge."""

WAYS = ((0.0, 0.0), (1.0, 0.3), (0.0, -1.0), (-1.0, 0.0), (0.3, 1.0))


def camera_for(number: int, seed: int, fit: Fit, zoom: float) -> Camera:
    """The move over the picture of this number among the pictures of a video."""
    if fit is Fit.CONTAIN:
        return Camera(View(), View(zoom=WHOLE_ZOOM))
    dx, dy = WAYS[(number + seed) % len(WAYS)]
    free = DRIFT * (0.5 - 0.5 / zoom)
    near = View(round(0.5 + dx * free, 4), round(0.5 + dy * free, 4), zoom)
    return Camera(View(), near) if (number + seed) % 2 == 0 else Camera(near, View())
