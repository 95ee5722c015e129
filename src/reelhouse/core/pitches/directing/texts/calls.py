"""Last sentences, by what a viewer shall do: the one for everybody first, then those of a tone."""

from reelhouse.core.pitches.directing.goal import Call
from reelhouse.core.pitches.directing.vocabulary import vocabulary

WITH_PRODUCT: dict[Call, tuple[str, ...]] = {
    Call.TRY: ("Try {it} today.", "Give {it} a try.", "See what {it} does for you."),
    Call.SIGN_UP: ("Sign up for {it} today.", "Sign up, and see {it} for yourself."),
    Call.TRIAL: ("Start your trial of {it} today.", "Start your {it} trial today."),
    Call.DOWNLOAD: ("Download {it} today.", "Get {it} on your phone today."),
    Call.DEMO: ("Book your demo of {it}.", "Book a demo, and see {it} live."),
    Call.BUY: ("Get {it} today.", "Order {it} today."),
    Call.VISIT: ("Plan your visit to {it}.", "Come and see {it}.", "Get your tickets for {it}."),
    Call.PLAY: ("Play {it} now.", "Start playing {it} today."),
    Call.WAITLIST: ("Join the {it} waitlist.", "Join the waitlist for {it}."),
    Call.SUBSCRIBE: ("Subscribe to {it} today.",),
    Call.UPGRADE: ("Upgrade to {it} today.",),
    Call.LEARN: ("Try {it} today.", "Get started with {it} today.", "Learn more about {it}."),
    Call.INSTALL: ("Install {it} today.", "Install {it}, and see for yourself."),
}
WITHOUT: dict[Call, tuple[str, ...]] = {
    Call.TRY: ("Try it today.", "Give it a try."),
    Call.SIGN_UP: ("Sign up today.",),
    Call.TRIAL: ("Start your trial today.",),
    Call.DOWNLOAD: ("Download it today.",),
    Call.DEMO: ("Book your demo today.",),
    Call.BUY: ("Get yours today.",),
    Call.VISIT: ("Plan your visit today.", "Get your tickets today."),
    Call.PLAY: ("Play it now.",),
    Call.WAITLIST: ("Join the waitlist today.",),
    Call.SUBSCRIBE: ("Subscribe today.",),
    Call.UPGRADE: ("Upgrade today.",),
    Call.LEARN: ("Try it yourself.", "Get started today."),
    Call.INSTALL: ("Install it today.",),
}
TAKES_YOURS = vocabulary(
    """own get build make create plan book start order design write claim find send host run launch
    track save reserve deploy"""
)
"""Verbs of goals that a call can take up: ``Own yours today``."""

MAKES = frozenset({"make", "create", "build", "send", "write", "design", "host", "launch"})
"""Those that do so of many things, too: ``make videos``."""

STARTS = vocabulary(
    """try see give sign start download get book order plan come play join subscribe upgrade learn
    install buy visit shop request register meet discover explore follow watch call check grab find
    take read save claim swipe use reserve tap click scan contact ask talk open create build begin
    switch own host run send make design write deploy track launch"""
)
"""How a call begins that tells a viewer what to do."""
