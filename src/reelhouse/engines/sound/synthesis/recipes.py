"""The library: which words call which sound."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from reelhouse.engines.sound.synthesis import beds, hits
from reelhouse.engines.sound.synthesis.waves import Chance, Samples


@dataclass(frozen=True, slots=True)
class Recipe:
    """`hit` makes one sound that dies away, `bed` fills a time; a recipe has one of them.

    `gap` is how long one hit waits for the next, in seconds, `level` how loud it is among others.
    """

    name: str
    words: tuple[str, ...]
    hit: Callable[[Chance], Samples] | None = None
    bed: Callable[[float, Chance], Samples] | None = None
    gap: float = 0.4
    level: float = 1.0


def _hit(
    name: str, words: str, make: Callable[[Chance], Samples], gap: float = 0.4, level: float = 1.0
) -> Recipe:
    return Recipe(name, tuple(words.split("|")), hit=make, gap=gap, level=level)


def _bed(name: str, words: str, make: Callable[[float, Chance], Samples], level: float = 0.6) -> Recipe:
    return Recipe(name, tuple(words.split("|")), bed=make, level=level)


RECIPES: tuple[Recipe, ...] = (
    _hit(
        "pistol shot", "pistol shot|gunshot|gun shot|rifle shot|pistol|rifle|gun|shot|shots", hits.pistol, 0.5
    ),
    _hit("cannon", "cannon|artillery", hits.cannon, 1.5),
    _hit(
        "explosion", "explosion|explosions|blast|bomb|detonation|boom|firework|fireworks", hits.explosion, 1.5
    ),
    _hit("laser", "laser|blaster|phaser|pew", hits.laser, 0.25),
    _hit(
        "click",
        "mechanical click|mouse click|button click|click|clicks|switch|latch|button",
        hits.click,
        0.2,
        0.5,
    ),
    _hit("typing", "keyboard typing|typing|keyboard|keystroke|keystrokes", hits.click, 0.13, 0.5),
    _hit("knock", "door knock|knock on a door|knocks|knock|knocking", hits.knock, 0.35),
    _hit("door slam", "door slam|slam|slams|door shut|door", hits.slam, 0.9),
    _hit("breaking glass", "glass break|breaking glass|shatter|shatters|shattering|glass", hits.glass, 1.2),
    _hit("wood", "wood hit|wooden|wood|stick|log", hits.wood, 0.3, 0.8),
    _hit("metal", "metal hit|metallic|metal|clang|anvil|sword|steel|gong", hits.metal, 0.6, 0.8),
    _hit("stone", "stone|rock|rocks|brick|gravel", hits.stone, 0.35, 0.8),
    _hit("thud", "thud|thump|impact|punch|body fall|drop|hit", hits.thud, 0.5),
    _hit("whoosh", "whoosh|swoosh|swish|swipe|whip|fly by|transition", hits.whoosh, 0.8, 0.8),
    _hit("riser", "riser|rising|build up|buildup|tension", hits.riser, 2.0, 0.8),
    _hit("splash", "splash|splashes", hits.splash, 0.9, 0.8),
    _hit("drip", "water drip|drip|drips|dripping|droplet|drop of water", hits.drip, 0.6, 0.7),
    _hit("thunder", "thunder|lightning", hits.thunder, 3.0),
    _hit("dog bark", "dog bark|dog|bark|barks|barking", hits.bark, 0.45),
    _hit("cat meow", "cat meow|cat|meow|kitten", hits.meow, 1.0),
    _hit("bird", "bird song|birds|bird|chirp|chirping|songbird|tweet", hits.bird, 1.2, 0.6),
    _hit("notification", "notification|message|chime|ping|success|alert tone", hits.notification, 1.0, 0.6),
    _hit("error", "error|failure|buzzer|wrong answer", hits.error, 0.8, 0.6),
    _hit("coin", "coin|coins|level up|pickup|reward", hits.coin, 0.7, 0.6),
    _hit("bell", "church bell|bell|bells", hits.bell, 1.6, 0.8),
    _hit("footstep", "footsteps|footstep|steps|walking|running", hits.step, 0.5, 0.7),
    _hit("heartbeat", "heartbeat|heart beat|heart", hits.beat, 0.85),
    _hit("clock tick", "clock tick|clock|tick|ticks|ticking", hits.tick, 0.5, 0.5),
    _hit("camera shutter", "camera shutter|camera|shutter|photo", hits.shutter, 0.7, 0.6),
    _hit("spark", "electric spark|spark|sparks|zap|electricity", hits.zap, 0.6, 0.7),
    _bed("rain", "rain|raining|rainfall|drizzle|downpour", beds.rain),
    _bed("wind", "wind|windy|breeze|gust|gusts|storm|blizzard", beds.wind),
    _bed("fire", "fire|campfire|flames|burning|crackling", beds.fire),
    _bed("waves", "ocean waves|ocean|sea|waves|surf|beach", beds.waves),
    _bed("stream", "stream|river|creek|brook|waterfall|water", beds.stream),
    _bed("bubbles", "bubbles|bubbling|underwater|boiling", beds.bubbles),
    _bed("engine", "car engine|engine|motor|car|truck|motorcycle|tractor", beds.engine),
    _bed("jet", "jet engine|jet|airplane|plane|rocket|spaceship", beds.jet),
    _bed("helicopter", "helicopter|chopper|rotor", beds.helicopter),
    _bed("train", "train|railway|locomotive", beds.train),
    _bed("alarm", "alarm|alarm clock|smoke detector", beds.alarm, 0.5),
    _bed("siren", "police siren|siren|ambulance", beds.siren, 0.5),
    _bed("applause", "applause|clapping|claps|audience|crowd", beds.applause),
    _bed("crickets", "crickets|cricket|cicadas|summer night", beds.crickets, 0.4),
    _bed("static", "static|white noise|radio noise|noise", beds.static, 0.4),
    _bed("hum", "hum|humming|buzz|buzzing|transformer|fridge", beds.hum, 0.5),
    _bed("drone", "drone|ambience|ambient|ominous|space", beds.drone, 0.5),
    _bed("city", "city|traffic|street|road", beds.city, 0.5),
    _bed("drill", "drill|drilling|saw|chainsaw|machine", beds.drill, 0.5),
)

BY_WORDS: Mapping[str, Recipe] = {words: recipe for recipe in RECIPES for words in recipe.words}
