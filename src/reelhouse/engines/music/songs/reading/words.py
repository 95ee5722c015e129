"""Words that shape a piece besides its genre: instruments, moods, voices and the mix."""

from dataclasses import dataclass

from reelhouse.engines.music.songs.reading.style import Singer

CHORDS, LEAD, BASS, DRUMS = "chords", "lead", "bass", "drums"


@dataclass(frozen=True, slots=True)
class Player:
    """An instrument that a word names: its `role`, its design, and what it plays when it is chordal."""

    role: str
    design: str
    figure: str = "sustained"


P = Player
INSTRUMENTS: dict[str, Player] = {
    "piano": P(CHORDS, "piano", "arpeggio"), "grand piano": P(CHORDS, "piano", "arpeggio"),
    "pianos": P(CHORDS, "piano", "arpeggio"),
    "felt piano": P(CHORDS, "soft piano", "arpeggio"), "soft piano": P(CHORDS, "soft piano", "arpeggio"),
    "honky tonk": P(CHORDS, "honky-tonk piano", "eighths"), "keys": P(CHORDS, "electric piano", "quarters"),
    "electric piano": P(CHORDS, "electric piano", "quarters"), "rhodes": P(CHORDS, "electric piano",
    "quarters"),
    "wurlitzer": P(CHORDS, "electric piano", "quarters"), "keyboard": P(CHORDS, "electric piano", "quarters"),
    "harpsichord": P(CHORDS, "harpsichord", "arpeggio"), "celesta": P(CHORDS, "celesta", "arpeggio"),
    "glockenspiel": P(CHORDS, "glockenspiel", "arpeggio"), "bells": P(CHORDS, "bells", "arpeggio"),
    "chimes": P(CHORDS, "bells", "sparse"),
    "music box": P(CHORDS, "music box", "arpeggio"), "marimba": P(CHORDS, "marimba", "arpeggio"),
    "xylophone": P(CHORDS, "xylophone", "arpeggio"),
    "vibraphone": P(CHORDS, "vibraphone", "arpeggio"), "vibes": P(CHORDS, "vibraphone", "arpeggio"),
    "kalimba": P(CHORDS, "kalimba", "arpeggio"),
    "steel drum": P(LEAD, "steel drum"), "steel drums": P(LEAD, "steel drum"), "steelpan": P(LEAD,
    "steel drum"),
    "guitar": P(CHORDS, "acoustic guitar", "picked"), "guitars": P(CHORDS, "acoustic guitar", "strummed"),
    "acoustic guitar": P(CHORDS, "acoustic guitar", "picked"), "acoustic guitars": P(CHORDS,
    "acoustic guitar", "strummed"),
    "nylon guitar": P(CHORDS, "nylon guitar", "picked"), "classical guitar": P(CHORDS, "nylon guitar",
    "picked"),
    "spanish guitar": P(CHORDS, "nylon guitar", "picked"), "electric guitar": P(CHORDS, "clean guitar",
    "picked"),
    "electric guitars": P(CHORDS, "overdriven guitar", "power eighths"), "clean guitar": P(CHORDS,
    "clean guitar", "picked"),
    "distorted guitar": P(CHORDS, "distorted guitar", "power eighths"), "distorted guitars": P(CHORDS,
    "distorted guitar", "power eighths"),
    "heavy guitars": P(CHORDS, "distorted guitar", "power eighths"), "guitar riff": P(CHORDS,
    "distorted guitar", "power eighths"),
    "guitar riffs": P(CHORDS, "distorted guitar", "power eighths"), "guitar solo": P(LEAD,
    "overdriven guitar"),
    "slide guitar": P(LEAD, "overdriven guitar"), "banjo": P(CHORDS, "banjo", "rolled"),
    "mandolin": P(CHORDS, "mandolin", "strummed"),
    "ukulele": P(CHORDS, "ukulele", "strummed"), "harp": P(CHORDS, "harp", "arpeggio"), "lute": P(CHORDS,
    "nylon guitar", "picked"),
    "sitar": P(LEAD, "sitar"), "koto": P(LEAD, "koto"), "shamisen": P(LEAD, "koto"), "pizzicato": P(CHORDS,
    "pizzicato", "alberti"),
    "strings": P(CHORDS, "strings"), "string section": P(CHORDS, "strings"), "orchestral strings": P(CHORDS,
    "strings"),
    "violins": P(CHORDS, "strings"), "violin": P(LEAD, "violin"), "viola": P(LEAD, "cello"), "cello": P(LEAD,
    "cello"), "cellos": P(CHORDS, "slow strings"),
    "fiddle": P(LEAD, "fiddle"), "brass": P(CHORDS, "brass", "stabs"), "brass section": P(CHORDS, "brass",
    "stabs"),
    "horns": P(CHORDS, "brass", "stabs"), "horn section": P(CHORDS, "brass", "stabs"), "french horn": P(LEAD,
    "horn"), "horn": P(LEAD, "horn"),
    "trombone": P(LEAD, "horn"), "trumpet": P(LEAD, "trumpet"), "trumpets": P(CHORDS, "brass", "stabs"),
    "tuba": P(BASS, "tuba", "quarters"),
    "saxophone": P(LEAD, "saxophone"), "sax": P(LEAD, "saxophone"), "clarinet": P(LEAD, "clarinet"),
    "oboe": P(LEAD, "oboe"),
    "bassoon": P(LEAD, "clarinet"), "woodwinds": P(LEAD, "clarinet"), "flute": P(LEAD, "flute"),
    "flutes": P(LEAD, "flute"),
    "recorder": P(LEAD, "flute"), "pan flute": P(LEAD, "pan flute"), "panpipes": P(LEAD, "pan flute"),
    "whistle": P(LEAD, "whistle"),
    "tin whistle": P(LEAD, "whistle"), "whistling": P(LEAD, "whistle"), "bagpipes": P(LEAD, "bagpipes"),
    "accordion": P(CHORDS, "accordion", "offbeats"),
    "harmonica": P(LEAD, "harmonica"), "organ": P(CHORDS, "organ"), "hammond": P(CHORDS, "organ"),
    "hammond organ": P(CHORDS, "organ"),
    "church organ": P(CHORDS, "church organ"), "pipe organ": P(CHORDS, "church organ"), "synth": P(CHORDS,
    "supersaw", "pushed"),
    "synths": P(CHORDS, "supersaw", "pushed"), "synthesizer": P(CHORDS, "supersaw", "pushed"),
    "synthesizers": P(CHORDS, "supersaw", "pushed"),
    "stereo synths": P(CHORDS, "supersaw", "pushed"), "analog synths": P(CHORDS, "bright pad"),
    "supersaw": P(CHORDS, "supersaw", "pushed"),
    "supersaws": P(CHORDS, "supersaw", "pushed"), "synth lead": P(LEAD, "saw lead"), "lead synth": P(LEAD,
    "saw lead"),
    "pad": P(CHORDS, "warm pad"), "pads": P(CHORDS, "warm pad"), "synth pads": P(CHORDS, "warm pad"),
    "ambient pads": P(CHORDS, "glass pad"),
    "pluck": P(CHORDS, "pluck", "sixteenths"), "plucks": P(CHORDS, "pluck", "sixteenths"), "arp": P(CHORDS,
    "pluck", "sixteenths"),
    "arps": P(CHORDS, "pluck", "sixteenths"), "arpeggio": P(CHORDS, "pluck", "sixteenths"),
    "arpeggios": P(CHORDS, "pluck", "sixteenths"),
    "arpeggiated synths": P(CHORDS, "pluck", "sixteenths"), "arpeggiator": P(CHORDS, "pluck", "sixteenths"),
    "bass": P(BASS, "", ""), "bass guitar": P(BASS, "finger bass", "eighths"), "electric bass": P(BASS,
    "finger bass", "eighths"),
    "slap bass": P(BASS, "slap bass", "funk"), "upright bass": P(BASS, "upright bass", "two beat"),
    "double bass": P(BASS, "upright bass", "two beat"),
    "walking bass": P(BASS, "upright bass", "walking"), "synth bass": P(BASS, "synth bass", "eighths"),
    "sub bass": P(BASS, "sub bass", "long"),
    "sub": P(BASS, "sub bass", "long"), "808": P(BASS, "808", "long"), "808s": P(BASS, "808", "long"),
    "808 bass": P(BASS, "808", "long"),
    "acid bass": P(BASS, "acid bass", "rolling"), "reese": P(BASS, "reese bass", "long"),
    "reese bass": P(BASS, "reese bass", "long"),
    "wobble bass": P(BASS, "reese bass", "wobbled"), "bassline": P(BASS, "", ""), "choir pad": P(CHORDS,
    "choir"),
    "drums": P(DRUMS, ""), "drum": P(DRUMS, ""), "percussion": P(DRUMS, "latin"), "beat": P(DRUMS, ""),
    "beats": P(DRUMS, ""),
    "drum machine": P(DRUMS, "808"), "drum kit": P(DRUMS, "studio"), "acoustic drums": P(DRUMS, "studio"),
    "808 drums": P(DRUMS, "808"),
    "909": P(DRUMS, "club"), "brushes": P(DRUMS, "jazz"), "brushed drums": P(DRUMS, "jazz"),
    "taiko": P(DRUMS, "orchestra"), "timpani": P(DRUMS, "orchestra"),
    "electronic drums": P(DRUMS, "club"), "four on the floor": P(DRUMS, "club"), "congas": P(DRUMS, "latin"),
    "bongos": P(DRUMS, "latin"),
    "kick": P(DRUMS, ""), "snare": P(DRUMS, ""), "hi-hats": P(DRUMS, ""), "hats": P(DRUMS, ""),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mood:
    """What a word does: `mode` where it wants one, `pace` times the tempo, `energy` added."""

    mode: str = ""
    pace: float = 1.0
    energy: float = 0.0
    room: float = 0.0
    drums: bool = True


M = Mood
MOODS: dict[str, Mood] = {
    "happy": M("major", 1.04, 0.1), "joyful": M("major", 1.05, 0.1), "cheerful": M("major", 1.04, 0.1),
    "upbeat": M("major", 1.06, 0.15),
    "uplifting": M("major", 1.03, 0.15), "sunny": M("major", 1.02, 0.05), "feel-good": M("major", 1.03, 0.1),
    "feel good": M("major", 1.03, 0.1),
    "playful": M("major", 1.05, 0.0), "triumphant": M("major", 1.0, 0.25), "hopeful": M("major", 0.98, 0.0),
    "inspiring": M("major", 1.0, 0.1),
    "sad": M("minor", 0.9, -0.15), "melancholic": M("minor", 0.92, -0.1), "melancholy": M("minor", 0.92,
    -0.1), "dark": M("minor", 0.97, 0.0),
    "moody": M("minor", 0.95, -0.05), "somber": M("minor", 0.88, -0.15), "gloomy": M("minor", 0.9, -0.1),
    "tragic": M("minor", 0.9, 0.0),
    "mysterious": M("minor", 0.95, -0.05, 0.1), "haunting": M("minor", 0.92, -0.05, 0.15),
    "eerie": M("minor", 0.9, -0.1, 0.2), "tense": M("minor", 1.02, 0.1),
    "nostalgic": M("", 0.95, -0.05), "bittersweet": M("minor", 0.96, 0.0), "emotional": M("", 0.95, 0.0,
    0.05), "romantic": M("major", 0.92, -0.05, 0.05),
    "dreamy": M("", 0.94, -0.1, 0.2), "ethereal": M("", 0.92, -0.15, 0.25), "atmospheric": M("", 0.96, -0.05,
    0.2), "spacey": M("", 0.96, -0.05, 0.25),
    "calm": M("", 0.88, -0.3, 0.1, drums=False), "relaxing": M("", 0.88, -0.25, 0.1, drums=False),
    "peaceful": M("", 0.86, -0.3, 0.1, drums=False), "gentle": M("", 0.9, -0.25),
    "soft": M("", 0.94, -0.2), "mellow": M("", 0.92, -0.2), "chill": M("", 0.92, -0.15), "laid-back": M("",
    0.93, -0.1), "laid back": M("", 0.93, -0.1),
    "intimate": M("", 0.92, -0.2), "minimal": M("", 1.0, -0.25), "minimalist": M("", 1.0, -0.25),
    "sparse": M("", 0.97, -0.25),
    "energetic": M("", 1.07, 0.25), "powerful": M("", 1.02, 0.25), "intense": M("", 1.05, 0.25),
    "aggressive": M("minor", 1.06, 0.3), "driving": M("", 1.04, 0.2),
    "epic": M("", 1.0, 0.3, 0.1), "anthemic": M("", 1.0, 0.25, 0.05), "heroic": M("major", 1.0, 0.25),
    "dramatic": M("minor", 1.0, 0.2, 0.05),
    "angry": M("minor", 1.08, 0.3), "groovy": M("", 1.0, 0.1), "danceable": M("", 1.02, 0.15),
    "catchy": M("", 1.0, 0.05), "funky": M("", 1.0, 0.1),
    "slow": M("", 0.78, -0.05), "very slow": M("", 0.66, -0.1), "fast": M("", 1.2, 0.1), "very fast": M("",
    1.32, 0.15), "uptempo": M("", 1.14, 0.1), "up-tempo": M("", 1.14, 0.1),
    "mid-tempo": M("", 0.98), "midtempo": M("", 0.98), "downtempo": M("", 0.82, -0.1), "majestic": M("",
    0.95, 0.2, 0.1), "sentimental": M("", 0.92, -0.1),
    "heavy": M("minor", 1.0, 0.2), "quirky": M("major", 1.04), "festive": M("major", 1.06, 0.15),
    "christmas": M("major", 1.0, 0.0), "summer": M("major", 1.02, 0.05),
    "sexy": M("", 0.96), "smooth": M("", 0.96, -0.1), "hypnotic": M("", 1.0), "euphoric": M("major", 1.03,
    0.25), "spooky": M("minor", 0.95, 0.0, 0.15),
    "melodic": M(), "modern": M(), "vintage": M(), "retro": M(), "emotive": M("", 0.95), "building": M(),
    "crescendo": M(), "major": M("major"), "minor": M("minor"),
    "dorian": M("dorian"), "phrygian": M("phrygian"), "lydian": M("lydian"), "mixolydian": M("mixolydian"),
}  # fmt: skip

SINGERS: dict[str, Singer] = {
    "female": Singer.WOMAN, "female vocal": Singer.WOMAN, "female vocals": Singer.WOMAN,
    "female voice": Singer.WOMAN, "female singer": Singer.WOMAN,
    "woman": Singer.WOMAN, "soprano": Singer.WOMAN, "alto": Singer.WOMAN, "girl": Singer.WOMAN,
    "male": Singer.MAN, "male vocal": Singer.MAN,
    "male vocals": Singer.MAN, "male voice": Singer.MAN, "male singer": Singer.MAN, "man": Singer.MAN,
    "tenor": Singer.MAN, "baritone": Singer.MAN,
    "bass voice": Singer.MAN, "duet": Singer.DUET, "choir": Singer.CHOIR, "choral": Singer.CHOIR,
    "group vocals": Singer.CHOIR, "gang vocals": Singer.CHOIR,
    "gospel choir": Singer.CHOIR, "chorus vocals": Singer.CHOIR,
}  # fmt: skip

VOICES = frozenset({
    "vocal", "vocals", "voice", "voices", "singing", "singer", "vocal hooks", "vocal hook",
    "strong vocal hooks", "hooks", "hook", "harmonies",
    "vocal harmonies", "backing vocals", "autotune", "auto-tune", "vocoder",
})  # fmt: skip
SPOKEN = frozenset({"rap", "rapped", "rapping", "spoken", "spoken word", "rap vocals"})
SILENT = frozenset({"instrumental", "instrumental only", "karaoke"})
ALONE = frozenset({"a cappella", "acapella", "a capella"})


@dataclass(frozen=True, slots=True)
class Touch:
    """What a word does to the mix; figures are added to those of `Sound`."""

    width: float = 0.0
    pump: float | None = None
    punch: float = 0.0
    room: float = 0.0
    tape: float = 0.0
    vinyl: float = 0.0
    treble: float = 0.0
    low: float = 0.0
    drive: float = 0.0


T = Touch
WIDE, PUMPED, PUNCHY, WARM = T(width=0.35), T(pump=0.65), T(punch=1.0), T(treble=-1.8, low=1.0, tape=0.25)
HALL, DRY, TAPE, BRIGHT, DEEP = T(room=0.8), T(room=-0.7), T(tape=0.8, treble=-3.0), T(treble=1.8), T(low=2.2)
TOUCHES: dict[str, Touch] = {
    "wide": WIDE, "wide stereo": WIDE, "stereo": T(width=0.1), "spacious": T(width=0.25, room=0.5),
    "mono": T(width=-1.0), "narrow": T(width=-0.6),
    "sidechained": PUMPED, "sidechain": PUMPED, "side-chained": PUMPED, "sidechained bass": PUMPED,
    "tight sidechained bass": PUMPED, "pumping": PUMPED,
    "punchy": PUNCHY, "punchy drums": PUNCHY, "punchy drum transients": PUNCHY, "punchy drum": PUNCHY,
    "tight": T(room=-0.2, punch=0.3), "snappy": PUNCHY, "hard-hitting": PUNCHY,
    "transients": T(punch=0.4), "warm": WARM, "analog": T(tape=0.35), "analogue": T(tape=0.35), "tape": TAPE,
    "cassette": TAPE, "vinyl": T(vinyl=1.0, tape=0.4, treble=-2.0),
    "vinyl crackle": T(vinyl=1.0, tape=0.4, treble=-2.0), "crackle": T(vinyl=1.0), "dusty": T(vinyl=0.7,
    tape=0.4, treble=-2.0), "reverb": HALL, "reverberant": HALL,
    "big reverb": T(room=1.2), "hall": HALL, "cathedral": T(room=1.6), "echo": HALL, "echoes": HALL,
    "wet": HALL, "lush": T(room=0.5, width=0.2), "dry": DRY, "close": DRY,
    "bright": BRIGHT, "airy": BRIGHT, "crisp": BRIGHT, "sparkling": BRIGHT, "shimmering": T(treble=1.5,
    room=0.3), "clean": T(tape=-0.2), "polished": T(punch=0.2),
    "polished mix": T(punch=0.2), "modern polished mix": T(punch=0.2), "polished production": T(punch=0.2),
    "deep": DEEP, "deep bass": DEEP, "heavy bass": DEEP,
    "bass heavy": DEEP, "bass-heavy": DEEP, "boomy": DEEP, "big bass": DEEP, "distorted": T(drive=1.0),
    "gritty": T(drive=0.7, tape=0.3), "raw": T(drive=0.4, room=-0.3),
    "saturated": T(drive=0.6), "muffled": T(treble=-6.0), "radio": T(treble=-4.0, low=-4.0),
}  # fmt: skip

IDLE = frozenset({
    "a", "an", "the", "of", "in", "on", "with", "and", "or", "to", "at", "by", "from", "for", "very",
    "quite", "some", "more", "most", "as", "is", "it", "its", "this", "that", "like", "into", "style",
    "styled", "music", "song", "track", "piece", "tune", "sound", "sounds", "sounding", "mix", "mixed",
    "production", "produced", "design", "strong", "big", "huge", "great", "nice", "good",
    "beautiful", "high", "quality", "hq", "full", "ace", "step", "key", "bpm", "tempo", "time", "signature",
    "solo", "only", "featuring", "feat", "feel", "vibe", "vibes", "mood", "influenced", "inspired", "based",
    "low", "section", "lead",
})  # fmt: skip
