"""The words and turns by which a prompt tells what it is about."""

import re

MEDIA = (
    r"(?:(?:videos?|scripts?|ads?|adverts?|advertisements?|reels?|tiktoks?|shorts?|clips?|promos?|posts?"
    r"|stor(?:y|ies)|commercials?|testimonials?|reviews?|spots?|teasers?|trailers?)\b\s*)+"
)
LINKS = (
    r"(?:(?:about|for|on|of|to|that|which|promoting|advertising|showing|explaining|introducing|selling"
    r"|reviewing|covering|describing|showcasing)\b\s*)"
)
ARTICLES = r"(?:(?:a|an|the|some|one|my|our)\s+)?"

ORDER = re.compile(
    r"^(?:please\s+|can you\s+|could you\s+|i (?:want|need|would like)(?: you to)?\s+|let's\s+|we need\s+)*"
    r"(?:(?:create|make|write|generate|produce|film|record|shoot|do|give me|build|design)\b\s*"
    rf"(?:me\s+|us\s+)?{ARTICLES}(?:[\w'-]+\s+){{0,5}}?{MEDIA}{LINKS}*"
    rf"|{ARTICLES}(?:[\w'-]+\s+){{0,3}}?{MEDIA}{LINKS}+"
    r"|(?:promot|advertis|explain|introduc|review|showcas|sell|describ|present|pitch|announc|discuss|cover)"
    r"(?:e|ing)?\b\s*"
    r"|(?:talk|tell (?:me|people|us|everyone)) about\b\s*)",
    re.IGNORECASE,
)
"""How people ask for a video: what stands behind it is the subject."""

COUNTED = re.compile(
    r"^(?:the\s+|top\s+|my\s+)*(?:\d{1,2}|two|three|four|five|six|seven|ten|some|best)?\s*(?:[\w-]+\s+)?"
    r"(?:tips|ways|reasons|steps|tricks|hacks|ideas|habits|things|mistakes|secrets|facts)\s+"
    r"(?P<link>to|for|about|on|of|in|when|that|why|you)\s+(?P<rest>.+)$",
    re.IGNORECASE,
)
RANKED = re.compile(r"^(?:the\s+)?(?:top|best)\s+\d{1,3}\s+", re.IGNORECASE)
HOW_TO = re.compile(r"^(?:about\s+|on\s+)?how to\s+(?P<action>.+)$", re.IGNORECASE)
QUESTION = re.compile(
    r"^(?:(?:why|what|how|when|where|who|which|how (?:many|much|often|long) \w+"
    r"|(?:what|which) (?!you|we|i|they)\w+)\s+)?"
    r"(?:is|are|am|was|were|do|does|did|can|could|should|would|will|have|has)\b",
    re.IGNORECASE,
)
ASKING = re.compile(r"^(?:why|what|how|when|where|who|which|whether)\b", re.IGNORECASE)
STATES = re.compile(
    r"\s(?:is|are|was|helps?|makes?|lets?|gives?|offers?|has|have|turns?|keeps?|saves?|brings?|allows?"
    r"|delivers?|comes?|works?|wants?|needs?|can|will|combines?|connects?|sells?)\s",
    re.IGNORECASE,
)
STATEMENT = re.compile(
    r"^(?:it|this|they|these|we|our|you|your|each|every|no|people|customers)\b", re.IGNORECASE
)
NOT_SAID = re.compile(
    r"^(?:please|make|use|include|show|mention|keep|avoid|add|tone|target|focus|write|create|ignore"
    r"|do not|don't|be|say|note|video|script|style|duration|length|the video|the script|it should|i want"
    r"|we want|you are|you must|print|reveal|system|act|explain|end)\b",
    re.IGNORECASE,
)
"""Sentences of a prompt that direct the writer; the others may be spoken as they are."""

CLAUSE_END = re.compile(
    r"[,;:()\n]|\s[-–—]+\s"
    r"|\s(?:that|which|who|because|so that|while|where|targeting|aimed at|with a|using)\s",
    re.IGNORECASE,
)
OWNER = re.compile(
    r"^(?:(?:my|our|your|their|his|her|this|these)\s+)?(?:(?:the\s+)?(?P<new>(?:brand[- ])?new)\s+)?(?=\S)",
    re.IGNORECASE,
)
ARTICLE = re.compile(r"^(?P<article>the|a|an)\s+(?=\S)", re.IGNORECASE)
TITLE_END = re.compile(r"\s[|–—-]\s|[|:]")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


AUDIENCE = _words("to for in on at")
LOOSE_ENDS = _words(
    """a an the and or of for to in on at with by from about as my our your their his her its this that
    these new into"""
)
GOODS = _words(
    """app apps bottle bottles course courses subscription brand shoes sneakers service services kit
    tool tools software platform restaurant shop store serum cream mug desk chair lamp bag bags
    backpack watch headphones earbuds phone laptop camera game book ebook planner journal
    toothbrush blender machine maker mattress pillow candle candles soap shampoo lipstick
    perfume jacket hoodie shirt dress jeans socks snack snacks supplement vitamins gum
    newsletter podcast product products gadget device cleaner vacuum bike scooter car truck
    plugin website extension startup agency studio gym salon cafe bakery hotel skincare"""
)
SINGULAR_S = ("ss", "us", "is", "news", "os")
ENGLISH = _words(
    "the a an and of for to in on with is are my our how why what about this that it you new best your"
)
FOREIGN = _words(
    """el la los las un una para con por que como del y le les du une pour avec comment est et der die
    das und fur für mit wie ist ein eine von o os uma com não mais seu sua il lo gli per che di
    della sono en mejor"""
)
