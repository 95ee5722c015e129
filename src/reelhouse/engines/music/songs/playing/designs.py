"""The orchestra: what each instrument is made of."""

from reelhouse.engines.music.songs.playing.timbres import (
    blown,
    bowed,
    drawbars,
    filtered,
    plucked,
    struck,
    sung,
)
from reelhouse.engines.music.songs.playing.tones import Bars, Design, Modulated, Tone

LONG = (0.0, 0.02, 0.06, 0.15, 0.35, 0.8, 1.6, 3.2, 6.0)
PAIR = ((-4.0, -0.5), (4.0, 0.5))
SECTION = ((-9.0, -0.8), (-3.0, -0.25), (4.0, 0.3), (10.0, 0.85))
SUPER = ((-19.0, -1.0), (-11.0, 0.7), (-5.0, -0.4), (0.0, 0.0), (6.0, 0.45), (12.0, -0.7), (20.0, 1.0))
AH = ((720.0, 180.0, 1.0), (1150.0, 220.0, 0.55), (2800.0, 500.0, 0.16))
OO = ((340.0, 130.0, 1.0), (800.0, 200.0, 0.25), (2500.0, 500.0, 0.06))

DESIGNS: dict[str, Design] = {
    # struck
    "piano": Tone(
        struck(3400, 2.6), 0.002, 0.28, held=False, moments=LONG, voices=((-1.2, -0.3), (1.3, 0.3))
    ),
    "soft piano": Tone(
        struck(1300, 2.4), 0.006, 0.4, held=False, moments=LONG, voices=((-2.0, -0.3), (2.2, 0.3))
    ),
    "honky-tonk piano": Tone(
        struck(4200, 1.8), 0.002, 0.2, held=False, moments=LONG, voices=((-9.0, -0.3), (8.0, 0.3))
    ),
    "harpsichord": Tone(plucked(9000, 1.1, point=0.09, damping=0.004), 0.001, 0.15, held=False, moments=LONG),
    "electric piano": Modulated(1.0, 1.9, 0.35, 0.28, 1.7, 0.25, tremolo=0.16),
    "bell piano": Modulated(14.0, 0.6, 0.02, 0.12, 1.6, 0.3, tremolo=0.1),
    "celesta": Bars(((1, 1, 0.9), (4.0, 0.3, 0.3), (7.1, 0.08, 0.1)), octave=1),
    "glockenspiel": Bars(((1, 1, 1.1), (2.76, 0.45, 0.5), (5.4, 0.2, 0.2)), octave=1),
    "bells": Bars(
        ((0.5, 0.5, 2.2), (1, 1, 1.6), (1.19, 0.5, 1.1), (1.5, 0.3, 0.9), (2, 0.6, 0.8), (2.74, 0.3, 0.4)),
        2.5,
    ),
    "music box": Bars(((1, 1, 0.7), (3.0, 0.25, 0.35), (5.8, 0.1, 0.12)), 1.2, 0.05, octave=1),
    "marimba": Bars(((1, 1, 0.22), (3.93, 0.35, 0.06), (9.2, 0.1, 0.02)), 0.5, 0.12),
    "xylophone": Bars(((1, 1, 0.12), (3.0, 0.5, 0.05), (6.1, 0.2, 0.03)), 0.4, 0.2, octave=1),
    "vibraphone": Bars(((1, 1, 1.3), (4.0, 0.3, 0.3), (9.9, 0.06, 0.08)), 1.4, tremolo=0.25),
    "kalimba": Bars(((1, 1, 0.35), (5.6, 0.2, 0.06)), 0.8, 0.1),
    "steel drum": Bars(((1, 1, 0.4), (2.0, 0.7, 0.35), (3.01, 0.35, 0.2), (4.1, 0.15, 0.1)), 0.7, 0.05),
    "timpani": Bars(((1, 1, 0.5), (1.5, 0.5, 0.35), (1.98, 0.35, 0.25), (2.44, 0.2, 0.15)), 1.2, 0.3),
    # plucked
    "acoustic guitar": Tone(
        plucked(4200, 1.5, point=0.16, damping=0.008), 0.0015, 0.18, held=False, moments=LONG
    ),
    "nylon guitar": Tone(plucked(1900, 1.2, point=0.22, damping=0.012), 0.003, 0.2, held=False, moments=LONG),
    "clean guitar": Tone(
        plucked(3000, 1.4, point=0.12, damping=0.006), 0.002, 0.15, held=False, moments=LONG, voices=PAIR
    ),
    "muted guitar": Tone(plucked(2600, 0.16, point=0.12), 0.0015, 0.08, held=False, moments=LONG),
    "distorted guitar": Tone(
        plucked(5200, 3.5, point=0.1, damping=0.002),
        0.002,
        0.07,
        moments=LONG,
        voices=((-6.0, -0.9), (6.0, 0.9)),
        drive=9,
    ),
    "overdriven guitar": Tone(
        plucked(4200, 2.6, point=0.12, damping=0.003),
        0.003,
        0.1,
        moments=LONG,
        vibrato=14,
        drive=6,
        glide=-0.4,
    ),
    "banjo": Tone(plucked(6500, 0.45, point=0.1, damping=0.006), 0.001, 0.12, held=False, moments=LONG),
    "mandolin": Tone(
        plucked(6500, 0.6, point=0.12, damping=0.005), 0.001, 0.12, held=False, moments=LONG, voices=PAIR
    ),
    "ukulele": Tone(plucked(2600, 0.55, point=0.25, damping=0.02), 0.002, 0.14, held=False, moments=LONG),
    "harp": Tone(plucked(3000, 1.9, point=0.3, damping=0.02), 0.002, 0.8, held=False, moments=LONG),
    "sitar": Tone(
        plucked(8000, 1.6, point=0.05, damping=0.002), 0.002, 0.3, held=False, moments=LONG, glide=0.35
    ),
    "koto": Tone(
        plucked(5200, 1.0, point=0.09, damping=0.01), 0.001, 0.4, held=False, moments=LONG, glide=0.2
    ),
    "pizzicato": Tone(
        plucked(2200, 0.3, point=0.25, damping=0.03), 0.002, 0.2, held=False, moments=LONG, voices=SECTION
    ),
    # bowed, blown, sung
    "strings": Tone(bowed(5200), 0.14, 0.35, voices=SECTION, vibrato=7),
    "slow strings": Tone(bowed(3600), 0.4, 0.7, voices=SECTION, vibrato=8),
    "violin": Tone(bowed(7000), 0.05, 0.14, vibrato=22, breath=0.05),
    "cello": Tone(bowed(3200), 0.07, 0.2, vibrato=17, octave=-1, breath=0.04),
    "fiddle": Tone(bowed(8000), 0.025, 0.08, vibrato=14, breath=0.07, glide=-0.3),
    "brass": Tone(blown(1.0, 2.6, 0.07, peak=1100), 0.03, 0.1, voices=((-5.0, -0.5), (0.0, 0.1), (5.0, 0.5))),
    "trumpet": Tone(blown(0.8, 2.4, 0.04, peak=1500), 0.02, 0.08, vibrato=14, breath=0.03),
    "horn": Tone(blown(1.7, 3.0, 0.12, peak=550), 0.06, 0.2, voices=PAIR, vibrato=6),
    "saxophone": Tone(blown(1.05, 1.9, 0.04, peak=900), 0.025, 0.1, vibrato=20, breath=0.16, glide=-0.35),
    "clarinet": Tone(blown(1.25, 1.8, 0.05, odd=0.12, peak=1300), 0.03, 0.1, vibrato=6, breath=0.05),
    "oboe": Tone(blown(0.75, 1.2, 0.04, peak=1300), 0.03, 0.1, vibrato=14),
    "flute": Tone(blown(2.1, 3.0, 0.08), 0.05, 0.12, vibrato=18, breath=0.3, octave=1),
    "pan flute": Tone(blown(2.5, 3.2, 0.1, odd=0.35), 0.05, 0.15, vibrato=12, breath=0.7, octave=1),
    "whistle": Tone(blown(3.0, 3.5, 0.05), 0.04, 0.1, vibrato=20, breath=0.25, octave=1, glide=-0.5),
    "bagpipes": Tone(blown(0.6, 0.7, 0.03, peak=1700), 0.02, 0.05, voices=PAIR),
    "accordion": Tone(blown(0.85, 1.1, 0.05, peak=1000), 0.035, 0.08, voices=((-7.0, -0.4), (7.0, 0.4))),
    "harmonica": Tone(blown(0.8, 1.3, 0.05, peak=1800), 0.03, 0.08, vibrato=16, breath=0.08, glide=-0.4),
    "choir": Tone(
        sung(*AH), 0.16, 0.4, voices=(*SECTION, (-14.0, 0.5), (15.0, -0.5)), vibrato=14, breath=0.05
    ),
    "oohs": Tone(sung(*OO), 0.2, 0.4, voices=SECTION, vibrato=13, breath=0.06),
    "organ": Tone(
        drawbars(1, 0.9, 0.7, 0.45, 0.2, 0.3, 0.1), 0.005, 0.06, voices=PAIR, vibrato=6, vibrato_rate=6.2
    ),
    "church organ": Tone(
        drawbars(1, 0.9, 0.35, 0.7, 0.3, 0.5, 0.2), 0.03, 0.5, voices=((-3.0, -0.6), (0.0, 0), (3.0, 0.6))
    ),
    # synthesisers
    "supersaw": Tone(filtered("saw", 7500, 5200, 0.4), 0.012, 0.16, voices=SUPER),
    "saw lead": Tone(
        filtered("saw", 6500, 4200, 0.3, resonance=0.6),
        0.006,
        0.1,
        voices=((-8.0, -0.35), (8.0, 0.35)),
        vibrato=12,
    ),
    "square lead": Tone(
        filtered("square", 4200, 3000, 0.3), 0.006, 0.1, voices=((-5.0, -0.3), (5.0, 0.3)), vibrato=14
    ),
    "soft lead": Tone(filtered("triangle", 3000, 1800, 0.4), 0.01, 0.14, vibrato=14, voices=PAIR),
    "pluck": Tone(
        filtered("saw", 5200, 260, 0.09, resonance=0.8), 0.002, 0.25, moments=LONG, voices=PAIR, held=False
    ),
    "stab": Tone(filtered("saw", 5200, 700, 0.12), 0.003, 0.12, moments=LONG, voices=SECTION),
    "warm pad": Tone(filtered("saw", 600, 1500, 1.2), 0.3, 0.7, voices=SECTION, vibrato=4, moments=LONG),
    "bright pad": Tone(filtered("saw", 1200, 3800, 1.0), 0.2, 0.6, voices=SECTION, moments=LONG),
    "glass pad": Tone(filtered("triangle", 2500, 5000, 1.5), 0.4, 0.9, voices=SECTION, octave=1),
    "dark pad": Tone(filtered("saw", 250, 700, 2.0), 0.5, 0.9, voices=SECTION, moments=LONG),
    "chip lead": Tone(filtered("pulse", 16000, 16000, 1.0, power=8), 0.001, 0.012, vibrato=18),
    "chip arp": Tone(filtered("square", 16000, 16000, 1.0, power=8), 0.001, 0.012),
    # basses
    "finger bass": Tone(plucked(900, 1.1, point=0.2, damping=0.03), 0.004, 0.07, moments=LONG),
    "pick bass": Tone(plucked(1800, 1.2, point=0.12, damping=0.012), 0.002, 0.06, moments=LONG),
    "slap bass": Tone(plucked(3600, 0.7, point=0.08, damping=0.008), 0.001, 0.05, moments=LONG),
    "upright bass": Tone(plucked(620, 0.75, point=0.3, damping=0.05), 0.008, 0.1, moments=LONG, glide=-0.2),
    "synth bass": Tone(filtered("saw", 1600, 420, 0.12, resonance=0.7), 0.003, 0.05, moments=LONG),
    "pulse bass": Tone(filtered("square", 1100, 500, 0.1), 0.003, 0.05, moments=LONG),
    "acid bass": Tone(
        filtered("saw", 3400, 320, 0.11, resonance=4.5), 0.002, 0.04, moments=LONG, drive=2.2, glide=0.6
    ),
    "reese bass": Tone(
        filtered("saw", 500, 900, 0.6),
        0.008,
        0.06,
        moments=LONG,
        voices=((-14.0, -0.25), (0.0, 0), (14.0, 0.25)),
    ),
    "sub bass": Tone(blown(2.4, 2.0, 0.1), 0.006, 0.06),
    "808": Tone(blown(2.6, 1.6, 0.05), 0.003, 0.12, glide=5.0, drive=2.4),
    "tuba": Tone(blown(1.5, 2.8, 0.08, peak=260), 0.03, 0.1),
    "chip bass": Tone(filtered("triangle", 9000, 9000, 1.0), 0.001, 0.012),
    "bass strings": Tone(bowed(2200), 0.1, 0.25, vibrato=9, voices=PAIR),
    "drone": Tone(filtered("saw", 150, 420, 3.0), 0.8, 1.0, moments=LONG, voices=SECTION),
}
