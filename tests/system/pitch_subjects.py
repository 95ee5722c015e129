"""Five products as a director is told of them, with and without words that were read on their screens."""

from dataclasses import replace
from uuid import UUID

from reelhouse.core.actors.library import LIBRARY
from reelhouse.core.pitches.directing.library import Library
from reelhouse.core.pitches.plan import Brand
from reelhouse.core.pitches.types import Feature, ScreenKind, Seen, Shown, Spot, Subject, TextRegion
from reelhouse.media.screens import Area
from reelhouse.render.captions.styles import STYLES

SIZES = {
    ScreenKind.PHONE: (390, 844),
    ScreenKind.TABLET: (1024, 1366),
    ScreenKind.DESKTOP: (1440, 900),
    ScreenKind.PAGE: (1280, 3600),
}
NIGHT = Brand("Nightly", "#101020", "#202040", "#ffb020", "#ffffff", "Poppins")
HOUSE = Library(
    styles=frozenset(STYLES),
    voices=frozenset(actor.slug for actor in LIBRARY),
    brands={"kit-night": NIGHT},
)
Screens = dict[str, tuple[tuple[str, ...], ...]]


def seen(kind: ScreenKind, lines: tuple[str, ...], number: int) -> Seen:
    width, height = SIZES[kind]
    regions = tuple(
        TextRegion(
            Area(
                0.08 + 0.02 * (place % 3),
                min(0.06 + 0.09 * place, 0.06 + 0.9 * place / len(lines)),
                0.4,
                0.03 if place else 0.05,
            ),
            words,
        )
        for place, words in enumerate(lines)
    )
    return Seen(
        sha256=f"{number:064d}",
        media_type="image/png",
        width=width,
        height=height,
        kind=kind,
        regions=regions,
        spots=(Spot(Area(0.2, 0.3, 0.4, 0.2), 1.0),),
        colours=("#f8fafc", "#2563eb", "#111827"),
        reader="reader",
    )


def subject(name: str, goal: str, screens: Screens, kind: ScreenKind = ScreenKind.DESKTOP) -> Subject:
    features = []
    number = 0
    for feature, shots in screens.items():
        shown = []
        for lines in shots:
            number += 1
            shown.append(Shown(UUID(int=number), seen(kind, lines, number)))
        features.append(Feature(feature, tuple(shown)))
    return Subject(name, goal, tuple(features))


def unread(known: Subject) -> Subject:
    """The same without any words on its screens."""
    return replace(
        known,
        features=tuple(
            replace(
                feature,
                screens=tuple(
                    replace(shown, seen=replace(shown.seen, regions=(), reader=""))
                    for shown in feature.screens
                ),
            )
            for feature in known.features
        ),
    )


FITNESS = subject(
    "FitTrack",
    "Show busy parents how FitTrack makes home workouts easy, for TikTok",
    {
        "workout-log": (("Today's workout", "Add workout", "Push-ups", "Squats", "3 sets of 12"),),
        "smart_reminders": (("Smart reminders", "Morning", "Evening", "Set reminder"),),
        "share-progress": (
            ("Weekly volume", "Rest days", "Streaks", "12 workouts this month"),
            ("Share with friends", "Invite family", "Copy link"),
        ),
    },
    ScreenKind.PHONE,
)
DEBUGGER = subject(
    "Tracewell",
    "Get developers to try Tracewell, the debugger that replays production requests",
    {
        "request-timeline": (
            ("Request timeline", "POST /checkout", "Retries", "Slow queries", "412 ms total"),
        ),
        "replay-request": (("Replay request", "Headers", "Payload", "Run replay"),),
        "root-cause-report": (("Root cause", "N+1 query in OrderService", "97% of slow requests"),),
        "github-sync": (("Connect GitHub", "Repositories", "Pull requests"),),
    },
)
INVOICES = subject(
    "InvoiceFly",
    "Drive sign-ups for InvoiceFly, the invoicing tool that helps freelancers get paid faster",
    {
        "create-invoice": (("New invoice", "Line items", "Due date", "Send invoice"),),
        "automatic-reminders": (("Reminders", "Before due date", "After due date", "Turn on"),),
        "dashboard": (("Outstanding", "Paid this month", "$4,820 paid", "Overdue"),),
    },
)
MUSEUM = subject(
    "Maritime Museum",
    "Invite families to plan their visit to the Maritime Museum",
    {
        "plan-your-visit": (("Opening hours", "Tickets", "Getting here", "Book tickets"),),
        "gallery_map": (("Gallery map", "Ship hall", "Lighthouse room", "Cafe"),),
        "audio-guide": (("Audio guide", "Start tour", "24 stories to hear"),),
        "kids-trail": (("Kids trail", "Treasure hunt"),),
    },
    ScreenKind.PHONE,
)
GAME = subject(
    "Emberfall",
    "Launch trailer for Emberfall, a co-op survival game for gamers",
    {
        "base-building": (("Build mode", "Walls", "Campfire", "Workbench"),),
        "boss_fights": (("The Ash King", "40 hit points"),),
        "coopMode": (("Invite friends", "4 players online"),),
    },
)
READ = {"fitness": FITNESS, "debugger": DEBUGGER, "invoices": INVOICES, "museum": MUSEUM, "game": GAME}
PRODUCTS = {**READ, **{f"{name} unread": unread(one) for name, one in READ.items()}}


def crowd(screenshots: int = 50, features: int = 20) -> Subject:
    """As much as a project may have."""
    lines = tuple(f"Panel {place} of reports" for place in range(30))
    shots: Screens = {f"feature-{place}-panel": () for place in range(features)}
    for number in range(screenshots):
        name = f"feature-{number % features}-panel"
        shots[name] = (*shots[name], (f"Overview {number}", "Save report", *lines))
    return subject("Crowded", "Help busy teams read their reports faster", shots)
