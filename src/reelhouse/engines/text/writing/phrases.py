"""The sentences that the builtin writer composes with.

`{subject}` is a noun phrase, an action, a question or a quoted title, by its kind; `{Subject}` begins a
sentence. Within a body the order of the list is the order of the story. Nothing here claims a fact about
what is praised: those come from the prompt and the page alone.
"""

from reelhouse.engines.text.types import Tone
from reelhouse.engines.text.writing.subject import Kind

PLAIN = None
Phrases = dict[Tone | None, tuple[str, ...]]

HOOKS: dict[Kind, Phrases] = {
    Kind.PRODUCT: {
        PLAIN: (
            "Let me tell you about {subject}.",
            "I finally tried {subject}, and now I get it.",
            "Here's why I keep coming back to {subject}.",
            "If you haven't seen {subject} yet, watch this.",
            "Meet {subject}.",
            "Give me a few seconds for {subject}.",
        ),
        Tone.ENERGETIC: (
            "Stop scrolling, I have to show you {subject}!",
            "Okay, I can't keep quiet about {subject}!",
            "You have to see {subject} right now!",
            "Say hello to {subject}!",
        ),
        Tone.CALM: (
            "Take a breath, and let me show you {subject}.",
            "There's something quietly good about {subject}.",
            "Here's a small favorite of mine, {subject}.",
            "Let me slow down and show you {subject}.",
        ),
        Tone.CONFIDENT: (
            "I stand behind {subject}, and here's why.",
            "There's one choice I never second-guess, {subject}.",
            "Let me make the case for {subject}.",
            "Trust me on {subject}.",
        ),
        Tone.DRAMATIC: (
            "Nobody prepared me for {subject}.",
            "Everything changed the day I found {subject}.",
            "I almost walked right past {subject}.",
            "Then came {subject}.",
        ),
    },
    Kind.TOPIC: {
        PLAIN: (
            "Let's talk about {subject}.",
            "Here's what nobody explains about {subject}.",
            "When it comes to {subject}, small things decide.",
            "Everyone has an opinion about {subject}.",
            "I've been thinking a lot about {subject}.",
        ),
        Tone.ENERGETIC: (
            "Stop scrolling, we need to talk about {subject}!",
            "Give me a few seconds for {subject}!",
            "Let's get right into {subject}!",
        ),
        Tone.CALM: (
            "Let's take a quiet moment for {subject}.",
            "I want to share a gentle thought about {subject}.",
            "There's no hurry when we talk about {subject}.",
        ),
        Tone.CONFIDENT: (
            "Here's the plain truth about {subject}.",
            "Most people get {subject} wrong.",
            "I know exactly where to start with {subject}.",
        ),
        Tone.DRAMATIC: (
            "What if everything you heard about {subject} was wrong?",
            "Nobody tells you the whole story about {subject}.",
            "I wish I had understood {subject} sooner.",
        ),
    },
    Kind.ACTION: {
        PLAIN: (
            "Want to {subject}? Here's how I'd start.",
            "Here's a simple way to {subject}.",
            "You can {subject} with the right first step.",
        ),
        Tone.ENERGETIC: (
            "You can {subject}, starting today!",
            "Ready to {subject}? Let's go!",
            "It's time to {subject}!",
        ),
        Tone.CALM: (
            "You can {subject} without any rush.",
            "Let's look at how to {subject}, one step at a time.",
            "There's a quiet way to {subject}.",
        ),
        Tone.CONFIDENT: (
            "Here's exactly how to {subject}.",
            "I'll show you how to {subject}, plain and simple.",
            "You can {subject}, no doubt about it.",
        ),
        Tone.DRAMATIC: (
            "I spent years trying to {subject}.",
            "Nobody ever showed me how to {subject}.",
            "One day I decided to {subject}.",
        ),
    },
    Kind.CLAUSE: {
        PLAIN: ("Here's {subject}.", "Have you ever wondered {subject}?", "Let's talk about {subject}."),
        Tone.ENERGETIC: ("Listen up, here's {subject}!", "You won't forget {subject} after this!"),
        Tone.CALM: ("Let's think about {subject}.", "Let me explain, gently, {subject}."),
        Tone.CONFIDENT: ("I'll tell you exactly {subject}.", "There's no mystery about {subject}."),
        Tone.DRAMATIC: ("One day I understood {subject}.", "Nobody ever told me {subject}."),
    },
    Kind.QUESTION: {
        PLAIN: ("{subject}", "Here's a good question. {subject}"),
        Tone.ENERGETIC: ("{subject}", "Quick question! {subject}"),
        Tone.CALM: ("{subject}", "Let me ask you something. {subject}"),
        Tone.CONFIDENT: ("{subject}", "Let's settle this. {subject}"),
        Tone.DRAMATIC: ("{subject}", "One question never left me alone. {subject}"),
    },
    Kind.TITLE: {
        PLAIN: (
            "Today it's all about “{subject}”.",
            "Let's talk about “{subject}”.",
            "I want to share a thought on “{subject}”.",
        ),
        Tone.ENERGETIC: ("This one is all about “{subject}”!", "Let's get right into “{subject}”!"),
        Tone.CALM: ("Let's take a quiet moment for “{subject}”.", "Here's a gentle thought on “{subject}”."),
        Tone.CONFIDENT: ("Here's the plain truth about “{subject}”.", "Let me be clear about “{subject}”."),
        Tone.DRAMATIC: ("Nobody prepared me for “{subject}”.", "Remember these words, “{subject}”."),
    },
    Kind.NOTHING: {
        PLAIN: ("I have something worth your time today.", "Let me share a thought with you."),
        Tone.ENERGETIC: ("Stop scrolling, this one is for you!", "I can't wait to share this with you!"),
        Tone.CALM: (
            "Take a breath, and stay with me for a moment.",
            "Let's slow down together for a moment.",
        ),
        Tone.CONFIDENT: (
            "I'll make this simple and worth your time.",
            "Here's something I know for certain.",
        ),
        Tone.DRAMATIC: (
            "Nobody prepared me for what happened next.",
            "This is the moment that changed everything.",
        ),
    },
}

PRODUCT_BODY: Phrases = {
    PLAIN: (
        "Hear me out.",
        "I wasn't looking for anything new, and here we are.",
        "I had my doubts at first.",
        "Getting started was easier than I expected.",
        "The small details won me over.",
        "Everything has its place, and nothing gets in the way.",
        "You know the feeling when something simply works?",
        "That's one less thing to worry about in a busy week.",
        "My friends keep asking where I got mine.",
        "Good choices should feel this easy.",
        "Honestly, I wish I had known sooner.",
    ),
    Tone.ENERGETIC: (
        "I'm not even kidding!",
        "On the very first day, I actually laughed out loud!",
        "Every single day gets a little lighter!",
        "No waiting, no fuss, just go!",
        "Wow!",
        "I told everyone I know before the day was over!",
        "This is the good kind of surprise!",
    ),
    Tone.CALM: (
        "Nothing loud, nothing rushed.",
        "Some things settle into your day as if they had always been there.",
        "A little order goes a long way.",
        "You can breathe easier when the small things are taken care of.",
        "Simple is enough.",
        "I notice it most in the quiet mornings.",
        "Good things don't need to shout.",
    ),
    Tone.CONFIDENT: (
        "I compared the alternatives, and I stopped looking.",
        "Everything does what it should, day after day.",
        "No excuses.",
        "The quality speaks for itself.",
        "You don't need ten options when one is right.",
        "I'd make the same choice again tomorrow.",
        "Results beat promises.",
    ),
    Tone.DRAMATIC: (
        "I had already given up looking.",
        "Then, on a completely ordinary day, everything fell into place.",
        "I didn't believe it.",
        "There was a before, and there is an after.",
        "Silence.",
        "I still remember the moment it clicked.",
        "Some doors only open once.",
    ),
}

IDEA_BODY: Phrases = {
    PLAIN: (
        "Hear me out.",
        "Most advice makes it sound harder than it is.",
        "The basics matter more than any shortcut.",
        "Start with one small change, and protect it.",
        "Give it a week, then look back.",
        "Progress hides in ordinary days.",
        "You don't need more time, just a better order.",
        "The people who get this right keep it simple.",
        "Skip what doesn't help, and repeat what does.",
        "A month from now, you'll be glad you began.",
        "That's really all there is to it.",
    ),
    Tone.ENERGETIC: (
        "You've got this!",
        "Pick one thing, do it now, and feel the difference!",
        "Small wins stack up fast!",
        "Don't overthink it, just move!",
        "Go!",
        "Tomorrow gets easier because of what you do today!",
        "Momentum beats motivation every single time!",
    ),
    Tone.CALM: (
        "There is no need to rush.",
        "One small step, taken gently, is enough for today.",
        "Notice what already works.",
        "Let the rest go for now.",
        "Breathe.",
        "Good habits grow slowly, and then they stay.",
        "Give yourself a little more room than you think you need.",
    ),
    Tone.CONFIDENT: (
        "Forget the noise.",
        "Pick the one thing that moves everything else, and do it first.",
        "Discipline is just a decision you stop repeating.",
        "Do the work, and the results will follow.",
        "Simple wins.",
        "You already know more than you think.",
        "Be clear, be consistent, and don't apologize for it.",
    ),
    Tone.DRAMATIC: (
        "I learned it the hard way.",
        "For a long time I did what everyone else was doing.",
        "Then it hit me.",
        "The answer had been in front of me all along.",
        "Listen.",
        "One small choice can split your life in two.",
        "Nothing was ever the same after that.",
    ),
}

PRODUCT_CALLS: Phrases = {
    PLAIN: ("See for yourself.", "Take a look today.", "Have a look and tell me what you think.", "Try it."),
    Tone.ENERGETIC: ("Go check it out today!", "Grab yours now!", "Don't wait, go see for yourself!"),
    Tone.CALM: (
        "Take your time and have a look.",
        "Whenever you're ready, see for yourself.",
        "Have a look.",
    ),
    Tone.CONFIDENT: ("See for yourself, and you'll know.", "Make the smart choice today.", "Choose well."),
    Tone.DRAMATIC: ("Now it's your turn.", "See it before everyone else does.", "Don't look away."),
}

IDEA_CALLS: Phrases = {
    PLAIN: (
        "Save this for later.",
        "Start today.",
        "Think about it today.",
        "Tell me what you think.",
        "Try it and see what happens.",
    ),
    Tone.ENERGETIC: ("Start right now!", "Come on, let's do this together!", "Save this and get going!"),
    Tone.CALM: ("Start whenever you're ready.", "Keep this thought for later.", "Be kind to yourself."),
    Tone.CONFIDENT: ("Start today, and don't look back.", "Now you know.", "Make your move today."),
    Tone.DRAMATIC: (
        "Now it's your turn.",
        "Remember this when the moment comes.",
        "Your story starts today.",
    ),
}

# How a given call to action is led in; {call} keeps its own words, {then} begins in lower case.
LEADS: Phrases = {
    PLAIN: ("{call}", "Ready? {call}", "So {then}"),
    Tone.ENERGETIC: ("{call}", "Come on, {then}", "Ready? {call}"),
    Tone.CALM: ("{call}", "When you're ready, {then}"),
    Tone.CONFIDENT: ("{call}", "You know what to do. {call}"),
    Tone.DRAMATIC: ("{call}", "Now it's your turn. {call}"),
}
