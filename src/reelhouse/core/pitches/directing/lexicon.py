"""The words by which a feature's name tells whether it is something to do or something to have."""

from reelhouse.core.pitches.directing.vocabulary import vocabulary

VERBS = vocabulary(
    """accept sleep eat relax breathe stretch practice practise cook feed study spell bake add adjust
    analyze answer apply approve arrange ask assign attach automate begin bring browse build buy
    calculate cancel capture catch change check choose clean clear click close collaborate collect
    combine compare complete configure confirm connect convert copy create customise customize cut
    debug decide define delegate delete deliver deploy detect discover download drag draw drive earn
    edit embed enable end enjoy enter explain explore fill filter find finish fix follow forecast
    generate get give go grow handle help hide highlight hire identify import improve increase
    inspect install integrate invite join keep kill launch lead learn leave let limit listen locate
    lock lose lower make manage map master match measure meet merge migrate monitor move navigate
    onboard open optimise optimize order organise organize paint pay personalise personalize pick
    pin play prepare prevent protect publish pull push reach read receive recommend reduce remember
    remind remove renew reorder replay reset rewind replace reply reproduce resolve restore reuse
    save scan secure see select sell send set settle ship shop show sign simplify skip solve sort
    speed spend spot start stay stop streamline submit subscribe swap swipe switch sync tag take
    talk teach tell test trace track train transform translate try turn type understand unlock
    upload upgrade validate verify view visit visualise visualize walk watch wear win work write"""
)
"""Verbs in their base form that are hardly ever the name of a part of a program."""

ALSO_NOUNS = vocabulary(
    """access alert archive attack back battle block board book bookmark branch budget call chart chat
    cook craft design document draft dream email estimate exchange export feed fight group hunt
    invoice label link list load log mail mark message mix model name note offer pack page pair
    paste pause photo plan post preview price print process profile program query quote race rank
    rate record refund release rent repeat report request rescue reserve rest result return review
    reward ride route run schedule search share shape snap stack stream study style summon support
    survey talk target team template text time tour trade transfer travel trigger tune update use
    vote wire zoom"""
)
"""Verbs only when what follows reads like their object."""

OBJECT_STARTS = vocabulary("""a an the your my our any all every each with to from for it them more new""")
PARTS_OF_PROGRAMS = vocabulary(
    """alerts blocks boards cards charts details fields filters forms groups insights links lists logs
    maps options pages parts plans records reports results rules sections settings stats tables tags
    templates tools trends types views widgets"""
)
"""What is called after something else: ``search results`` are no results to be searched."""

NO_LABELS = vocabulary(
    """after all any as at before by coming connect created down due during every for from getting here
    how in into last my next no not now of off on or our out outstanding over overdue paid pending
    please powered recently show since sorted the these this to turn under until up updated upcoming
    view welcome what when where who why with your"""
)
"""How words on a screen begin that name nothing."""

HEADS = vocabulary(
    """area bar board button center centre code date day desk editor feed flow folder guide hall
    history icon key level line list log menu mode name number page panel place plan point queue
    rate room score screen speed status store style tab time tool type value week zone"""
)
"""What makes a name of the verb before it, as in ``build mode``."""

COMPOUNDS = frozenset({"pull request", "pull requests", "push notifications", "check lists", "sign in"})

NO_OBJECTS = vocabulary(
    """paid started done going ready in out up down on off over around back away now here there it"""
)
MASS = vocabulary(
    """access accessibility admin advice analytics artwork audio automation availability billing
    booking budgeting cash checkout code collaboration compliance content cooking data debugging
    delivery dictation email encryption equipment everything feedback fitness food governance health
    help hosting identity information insight intelligence inventory logging login logistics loyalty
    mail maintenance marketing messaging mode money monitoring music navigation news nutrition
    offline onboarding parking payment payroll performance personalisation personalization planning
    playback pricing privacy productivity progress recovery registration reporting research revenue
    safety scheduling search security settings shipping sign-in signup sleep software storage style
    support sync teamwork testing theming time tracking traffic training translation travel
    versioning video weather work"""
)
"""Heads that need no article."""

PLURAL_LOOKING = ("ss", "us", "is", "news", "chaos", "ethos", "macos", "ics")
ACRONYMS = {
    word.lower(): word
    for word in sorted(
        vocabulary("""AI API AR AWS B2B B2C CD CDN CI CLI CMS CPU CRM CSS CSV DNS EPUB ERP ETL EU FAQ FPS GDPR
        GIF GPS GPU GPT GraphQL gRPC HR HTML HTTP HTTPS ID IDE iOS iPad iPhone JPEG JSON JWT KPI LLM MCP MFA
        ML MP3 MP4 MRR NDA NFC NPS OAuth OCR OKR OTP PDF PIN PNG POS PR QA QR RAM REST ROI RSS RSVP SaaS SAML
        SDK SEO SLA SMS SQL SRT SSH SSL SSO SVG TLS TTS TV UI URL UUID UX VAT VIP VM VoIP VPN VR WiFi XML
        YAML ZIP 2FA 3D""")
    )
}
NUMBERS = vocabulary(
    "no zero one two three four five six seven eight nine ten eleven twelve hundred hundreds thousands"
)
RELATIVES = vocabulary("you we they that i your")
"""What begins a clause about the noun before it, as in ``APIs you know``."""

PROPER = vocabulary(
    """android apple asana aws azure chrome discord dropbox figma firefox gmail github gitlab google
    hubspot instagram jira linkedin mac macos microsoft netflix notion openai outlook paypal
    pinterest safari salesforce shopify slack spotify stripe tiktok trello twitch twitter whatsapp
    windows wordpress xero youtube zapier zoom english french german spanish monday friday"""
)
SPELT = {
    "github": "GitHub",
    "gitlab": "GitLab",
    "hubspot": "HubSpot",
    "linkedin": "LinkedIn",
    "macos": "macOS",
    "openai": "OpenAI",
    "paypal": "PayPal",
    "tiktok": "TikTok",
    "whatsapp": "WhatsApp",
    "wordpress": "WordPress",
    "youtube": "YouTube",
}
