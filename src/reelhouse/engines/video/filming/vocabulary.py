"""The words that the film maker understands, by what they do."""

MOVES = {
    "push-in": (
        "push-in, push in, pushes in, pushing in, dolly in, dollies in, dolly-in, move in, moves in, "
        "moving closer, move closer, closer, approach, approaches, approaching, creep in, push, track "
        "forward, truck in, glide forward, forward, dolly forward, camera push, moves forward"
    ),
    "pull-out": (
        "pull-out, pull out, pulls out, pulling out, pull back, pulls back, pullback, pull-back, dolly "
        "out, dolly-out, dolly back, back away, reveal, reveals, widen, widens, moves back"
    ),
    "zoom-in": "zoom, zoom in, zooms in, zoom-in, zooming in, crash zoom",
    "zoom-out": "zoom out, zooms out, zoom-out, zooming out",
    "pan-left": "pan left, pans left, panning left, pan to the left, pan-left",
    "pan-right": "pan, pan right, pans right, panning right, pan to the right, pan-right, panning, whip pan",
    "dolly-left": (
        "dolly left, truck left, trucking left, slide left, slides left, tracks left, track left, move "
        "left, moves left, lateral left, strafe left"
    ),
    "dolly-right": (
        "dolly, dolly right, truck right, trucking right, slide right, slides right, tracks right, track "
        "right, move right, moves right, lateral, slider, sideways, tracking shot, tracking, travelling, "
        "parallax, dolly shot"
    ),
    "tilt-up": "tilt, tilt up, tilts up, tilting up, look up, looks up",
    "tilt-down": "tilt down, tilts down, tilting down, look down, looks down",
    "crane-up": (
        "crane, crane up, cranes up, rise, rises, rising camera, jib, jib up, boom up, pedestal up, "
        "ascend, ascends, ascending, lift off, crane shot"
    ),
    "crane-down": (
        "crane down, cranes down, jib down, boom down, pedestal down, descend, descends, descending, lower"
    ),
    "orbit": (
        "orbit, orbits, orbiting, arc, arcs, arc shot, circle around, circles, circling, 360, revolve, "
        "around the subject, orbit right, orbit left"
    ),
    "roll": (
        "rotate, rotates, rotating, rotation, roll, rolls, dutch, dutch angle, spin, spins, spinning, "
        "barrel roll"
    ),
    "handheld": "handheld, hand-held, hand held, shaky, shaking, documentary, vlog, pov, jittery",
    "drift": (
        "drift, drifts, drifting, float, floats, floating camera, gliding, glide, glides, hover, hovers, "
        "restrained camera, restrained camera motion, lateral drift, tiny drift, steadicam, gimbal, "
        "breathing"
    ),
    "locked": (
        "locked, locked off, locked-off, locked shot, static, static camera, static shot, still camera, "
        "tripod, fixed camera, no camera movement, motionless camera, camera locked, stationary"
    ),
    "flythrough": (
        "flythrough, fly-through, fly through, flies through, flying through, fly over, flies over, "
        "flying over, flyover, fly-over, flight, drone, drone shot, aerial, aerial shot, fpv, fly, "
        "flying, soar, soars, soaring, flying camera, swoop, bird's eye, bird's-eye, travel through, dive"
    ),
}
SPEEDS = {
    0.45: "very slow, very slowly, barely, imperceptible, tiny, very gentle, extremely slow, glacial",
    0.7: (
        "slow, slowly, gentle, gently, subtle, subtly, restrained, calm, calmly, soft, softly, smooth, "
        "smoothly, lazy, peaceful, slow-motion, slow motion, leisurely, delicate, slight, slightly"
    ),
    1.6: (
        "fast, quick, quickly, rapid, rapidly, swift, swiftly, dynamic, energetic, dramatic, sweeping, "
        "high speed, high-speed, hyperlapse, rushing, racing, whip, action"
    ),
    2.2: "very fast, extremely fast, crash, frantic, breakneck",
}
ELEMENTS = {
    "particles": (
        "particles, particle, floating particles, motes, specks, pollen, floating lights, orbs, bokeh, "
        "fairy dust, fireflies, firefly, spores"
    ),
    "dust": "dust, dusty, dust motes, sand blowing, haze particles",
    "snow": "snow, snowing, snowfall, snowflakes, snowflake, snowy, blizzard, flurries",
    "rain": "rain, raining, rainfall, rainy, downpour, drizzle, storm, stormy, thunderstorm, monsoon",
    "embers": "embers, ember, sparks, spark, ashes, ash, cinders, bonfire, campfire",
    "petals": "petals, petal, cherry blossoms, blossoms, confetti, leaves falling, falling leaves",
    "bubbles": "bubbles, bubble, underwater, fizz, fizzing, champagne",
    "fog": "fog, foggy, mist, misty, haze, hazy, smoke, smoky, steam, steaming, vapor, vapour",
    "rays": (
        "light rays, rays, god rays, sunbeams, sunbeam, sun rays, sunrays, light shafts, shafts of light, "
        "volumetric, volumetric light, crepuscular, sunlight streaming, light beams"
    ),
    "leaks": "light leak, light leaks, film burn, vintage, retro, nostalgic, analog, super 8, 8mm, dreamy",
    "flicker": (
        "flicker, flickers, flickering, candle, candlelight, candlelit, neon flicker, firelight, strobe, "
        "lightning"
    ),
    "sparkles": (
        "sparkle, sparkles, sparkling, glitter, glittering, twinkle, twinkles, twinkling, magic, magical, "
        "shimmering, gleam, gleaming, stars twinkling, jewelry, diamond"
    ),
    "water": (
        "water, waves, wave, ripples, rippling, ripple, river, lake, sea, ocean, pond, pool, waterfall, "
        "stream, reflections, surf"
    ),
    "wind": (
        "wind, windy, breeze, breezy, sway, sways, swaying, grass, hair blowing, hair moves, leaves, "
        "foliage, trees sway, fluttering, flutter, blowing, fabric, curtain, cloth"
    ),
    "flare": "lens flare, flare, flares, anamorphic, sun flare, sunflare, sunlit, backlit, backlight",
    "grain": "grain, film grain, grainy, 35mm, 16mm, kodak, celluloid, film look, film stock",
}
WORLDS = {
    "city": (
        "city, cities, skyline, downtown, metropolis, cityscape, skyscrapers, skyscraper, street, streets, "
        "urban, "
        "tokyo, new york, manhattan, hong kong, shanghai, avenue, megacity, buildings, towers"
    ),
    "neon": "neon, cyberpunk, synthwave, blade runner, neon-lit, neon lit, futuristic",
    "forest": "forest, woods, woodland, jungle, rainforest, trees, redwoods, taiga",
    "field": (
        "field, fields, meadow, prairie, savanna, savannah, grassland, countryside, hills, valley, farmland"
    ),
    "mountains": "mountain, mountains, alps, peaks, canyon, canyons, cliffs, fjord, himalaya, ridge",
    "desert": "desert, dunes, dune, sahara, mars surface, badlands, mesa",
    "ocean": "ocean, sea, open sea, waves, lake, coast, bay, water surface",
    "clouds": "cloud, clouds, cloudscape, sky, skies, heaven, above the clouds",
    "snow": "snowy forest, winter forest, arctic, tundra, snowfield, winter wonderland, snowy landscape",
    "tunnel": "tunnel, tunnels, tube, wormhole, corridor, hyperspace, subway tunnel, pipe",
    "space": (
        "space, outer space, galaxy, galaxies, stars, starfield, universe, cosmos, nebula, planets, asteroids"
    ),
}
"""Where one can fly through, each built anew; ``neon`` is how a city or a tunnel is lit."""

TIMES = {
    "dawn": "dawn, sunrise, daybreak, first light, early morning",
    "day": "day, noon, midday, daylight, morning, afternoon, sunny, bright day",
    "sunset": "sunset, golden hour, sundown, golden light",
    "dusk": "dusk, twilight, evening, blue hour, nightfall",
    "night": "night, midnight, nighttime, at night, starry night, moonlit, moonlight",
}
NEGATIONS = frozenset(["no", "not", "never", "without"])
IDLE = frozenset(
    [
        "a",
        "an",
        "and",
        "as",
        "at",
        "be",
        "by",
        "camera",
        "cinematic",
        "continuous",
        "film",
        "footage",
        "for",
        "from",
        "hero",
        "hold",
        "in",
        "into",
        "is",
        "it",
        "its",
        "motion",
        "movement",
        "moves",
        "of",
        "on",
        "one",
        "over",
        "scene",
        "shot",
        "single",
        "slight",
        "take",
        "that",
        "the",
        "anchored",
        "supplied",
        "start",
        "frame",
        "keep",
        "then",
        "this",
        "through",
        "to",
        "toward",
        "towards",
        "under",
        "up",
        "video",
        "view",
        "with",
        "while",
        "his",
        "her",
        "their",
        "strong",
        "high",
        "quality",
        "detailed",
        "realistic",
        "photorealistic",
        "4k",
        "8k",
        "hd",
        "epic",
        "beautiful",
        "move",
        "moving",
        "across",
        "along",
        "around",
        "very",
        "clip",
        "style",
        "atmosphere",
        "atmospheric",
        "light",
    ]
)
