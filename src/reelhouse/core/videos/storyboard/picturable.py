"""How well words can be shown: things, places and numbers make pictures, and "really" does not."""

import re
from collections.abc import Sequence

from reelhouse.core.videos.storyboard.phrases import Stretch, bare

THINGS_WORDS = """
    airport alarm apartment app apple arrow baby backpack bag ball balcony band bank bar bath beach
    bed beer bench bike bill bird boat body book bottle box brain bread breakfast bridge brush
    budget building bus cake camera campfire candle car card cash castle cat chair chart chef child
    children church cinema city clock closet cloud clouds coast coffee coin college computer cookie
    cooking cup curtain dashboard data desert desk diary dinner dog door dress drink earth email
    espresso eye eyes face family farm field fire fish flag flight floor flower flowers food forest
    founder founders friend friends fruit garden gas gift glass gold grass grill guitar gym hair
    hammer hand hands headphones heart hill hiking home hospital hotel house ice inbox invoice
    island jacket jar jeans job jungle kettle keyboard keys kid kids kitchen knife lake lamp laptop
    lawn letter library light lights lipstick lotion machine mail map market meal meeting milk
    mirror money moon morning mountain mountains mouse movie mug museum music night noodles notebook
    oats ocean office oil oven package paint pan paper park party passport pen people phone photo
    piano pillow pizza plane plant plants plate pool pot puppy rain rent restaurant ring river road
    robot rock rocket roof room rope route running salad sand school screen sea sheet shelf ship
    shirt shoe shoes shop shower sign sink skin sky sleep snow soap sofa soup spreadsheet stairs
    star stars station stone store storm street student sugar suitcase summer sun sunrise sunset
    swim table tablet taxi tea team teeth tent ticket toast tool tools tooth towel town toy train
    trail travel tree trees truck umbrella valley van village wall wallet watch water wave weather
    website weekend wind window wine winter wood work world yoga
"""
THINGS = frozenset(THINGS_WORDS.split())
WEAK_WORDS = """
    about after again against almost already also always another anything around because before
    being better between both could does doing done even every everything from going have having
    here into just know like little make makes many maybe more most much must need never nothing
    only other over really right same should since some something still such than that their them
    then there these they thing things think this those through till today tomorrow under until very
    want wants well were what when where which while whole will with without would yesterday your
    yours
"""
WEAK = frozenset(WEAK_WORDS.split())
NUMBER = re.compile(r"[$€£]?\d[\d.,:]*(?:%|am|pm|k|x)?")
NUMBERS = frozenset(
    ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "hundred", "thousand", "million"]
)
LONG = 5
VAGUE_ENDINGS = ("ly", "ing", "ed", "able", "ible", "ness")


def picturable(words: Sequence[str], stretch: Stretch) -> float:
    """More is better; a phrase without anything to see has less than one."""
    return sum(_worth(words[at], begins=at == stretch.first) for at in range(stretch.first, stretch.end))


def _worth(word: str, *, begins: bool) -> float:
    plain = bare(word)
    if plain in THINGS or plain.removesuffix("s") in THINGS:
        return 2.0
    if NUMBER.fullmatch(plain) or plain in NUMBERS:
        return 1.2
    if plain in WEAK or len(plain) < LONG:
        return 0.0
    if word[:1].isupper() and not begins:
        return 1.0
    return 0.2 if plain.endswith(VAGUE_ENDINGS) else 0.5
