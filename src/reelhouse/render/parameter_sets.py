"""What H.264 says of its pictures before the first one, read without decoding any (ITU-T H.264, 7.3.2.1)."""

AVCC = 1
"""The version of the record in which MP4 files keep parameter sets (ISO/IEC 14496-15, 5.3.3)."""

FIRST_SET = 8
"""Where the first sequence parameter set begins in it; two bytes before say how long the set is."""

WITH_CHROMA = frozenset({100, 110, 122, 244, 44, 83, 86, 118, 128, 138, 139, 134, 135})
"""Profiles that tell how they sample chroma; the others have 4:2:0 in eight bits."""

SAMPLINGS = ("gray", "yuv420p", "yuv422p", "yuv444p")
EIGHT_BITS = 8


def pixel_format_of(parameters: bytes) -> str:
    """The name of the pixel format, such as ``yuv420p``; empty where the parameters cannot be read."""
    profile = parameters[FIRST_SET + 1 : FIRST_SET + 2]
    if parameters[:1] != bytes([AVCC]) or not profile:
        return ""
    if profile[0] not in WITH_CHROMA:
        return SAMPLINGS[1]
    # Behind profile, constraints and level: the number of the set, chroma, bits of luma and of chroma.
    bits = "".join(f"{byte:08b}" for byte in parameters[FIRST_SET + 4 : FIRST_SET + 12])
    _, bits = _number(bits)
    sampling, bits = _number(bits)
    if sampling >= len(SAMPLINGS):
        return ""
    if sampling == len(SAMPLINGS) - 1:
        bits = bits[1:]  # whether its planes are coded apart
    deeper, _ = _number(bits)
    return SAMPLINGS[sampling] + (f"{EIGHT_BITS + deeper}le" if deeper else "")


def _number(bits: str) -> tuple[int, str]:
    """An unsigned number of Exp-Golomb code (9.1), and the bits behind it."""
    zeros = len(bits) - len(bits.lstrip("0"))
    end = 2 * zeros + 1
    return int(bits[zeros:end] or "1", 2) - 1, bits[end:]
