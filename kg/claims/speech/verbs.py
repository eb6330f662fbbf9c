"""Verbs of speech and of undertaking, by every form that can stand after a speaker."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

# what is reported follows the verb ("said that …"): the passage begins after it
CLAUSE = """
    say state note stress emphasize emphasise underline underscore highlight mention remark recall add announce declare report reveal
    explain argue claim insist warn predict acknowledge admit confirm reiterate affirm reaffirm assert observe indicate suggest
    contend complain caution conclude inform assure disclose tell write believe concede allege testify confess clarify specify elaborate
    estimate lament counter respond reply rule recognize recognise proclaim read stipulate think deem believe repeat spotlight cite decree
    describe agree update signal continue maintain opine tweet post apprise
""".split()
# the act itself is the report ("thanked …", "expressed support for …"): the passage begins with the speaker
WHOLE = """
    thank congratulate welcome praise commend condemn criticize criticise denounce express voice convey extend urge ask demand
    appeal call reject dismiss deny accuse blame propose recommend applaud hail deplore regret hope wish support endorse advocate
    protest reassure remind appreciate speak share evaluate grieve mourn threaten invite request outline talk press look take rate single
    laud assess raise value felicitate decry slam refute
""".split()
UNDERTAKE = "agree pledge promise vow commit undertake plan intend resolve decide instruct order direct offer guarantee announce".split()

# a verb that reports only together with one of these next words
WANTS: Mapping[str, frozenset[str]] = {
    "call": frozenset({"for", "on", "upon"}),
    "appeal": frozenset({"to", "for"}),
    "speak": frozenset({"out", "for", "highly", "in"}),
    "add": frozenset({"that", ",", ":", "“", '"'}),
    "write": frozenset({"that", ":", "“", '"'}),
    "support": frozenset({"the", "a", "calls", "efforts"}),
    "report": frozenset({"that", "on"}),
    "respond": frozenset({"that", "to", ":"}),
    "convey": frozenset({"his", "her", "their", "its", "the", "greetings", "condolences", "gratitude", "that"}),
    "extend": frozenset({"his", "her", "their", "its", "condolences", "congratulations", "sincere", "warm", "deepest", "best"}),
    "counter": frozenset({"that"}),
    "conclude": frozenset({"that", ":", "“", '"', "by", ","}),  # not "concluded a visit"
    "cite": frozenset({"that", "concerns", "concern", "progress", "examples", "figures", "data", "a", "an", "its", "his", "her", "their"}),
    "rule": frozenset({"that", "out"}),
    "single": frozenset({"out"}),
    "read": frozenset({"that", "“", '"', ":"}),
    "share": frozenset({"concern", "concerns"}),
    "evaluate": frozenset({"highly", "the", "positively"}),
    "threaten": frozenset({"to"}),
    "claim": frozenset({"that", "to"}),
    "agree": frozenset({"that"}),
    "assess": frozenset({"highly", "positively"}),
    "continue": frozenset(),
    "take": frozenset({"special", "note"}),
    "look": frozenset({"forward"}),
    "press": frozenset({"for"}),
    "talk": frozenset({"about", "of"}),
    "outline": frozenset({"his", "her", "their", "its", "the", "recent", "plans", "a", "our"}),
    "describe": frozenset({"the", "his", "her", "their", "this", "that", "it", "as", "relations"}),
    "repeat": frozenset({"that", "his", "her", "its", "their", "calls", "u.s."}),
    "invite": frozenset({"the", "his", "her", "him", "them", "president", "prime", "mr", "mr."}),
    "rate": frozenset({"the"}),
    "maintain": frozenset({"that"}),
    "tweet": frozenset({"that", ":", "“", '"'}),
    "post": frozenset({"that", ":", "on", "“", '"'}),
    "raise": frozenset({"concern", "concerns"}),
    "value": frozenset({"highly"}),
}
ADVERBS = frozenset("together finally also strongly again further jointly both once repeatedly".split())

IRREGULAR = {
    "think": "thinks thought thinking",
    "take": "takes took taken taking",
    "agree": "agrees agreed agreeing",
    "decree": "decrees decreed decreeing",
    "say": "says said saying",
    "read": "reads reading",
    "tell": "tells told telling",
    "write": "writes wrote written writing",
    "deny": "denies denied denying",
    "reply": "replies replied replying",
    "testify": "testifies testified testifying",
    "clarify": "clarifies clarified clarifying",
    "specify": "specifies specified specifying",
    "commit": "commits committed committing",
    "offer": "offers offered offering",
    "order": "orders ordered ordering",
    "plan": "plans planned planning",
    "admit": "admits admitted admitting",
    "undertake": "undertakes undertook undertaken undertaking",
    "speak": "speaks spoke spoken speaking",
    "slam": "slams slammed slamming",
    "decry": "decries decried decrying",
}


def forms(base: str) -> tuple[str, ...]:
    """The base form of a verb, its third person, past and present participle."""
    if base in IRREGULAR:
        return (base, *IRREGULAR[base].split())
    stem = base[:-1] if base.endswith("e") else base
    third = base + ("es" if base.endswith(("s", "sh", "ch", "x")) else "s")
    return (base, third, f"{stem}ed", f"{stem}ing")


def table(bases: Iterable[str]) -> Mapping[str, str]:
    """Every form of the verbs, with the base form it belongs to."""
    return {form: base for base in bases for form in forms(base)}


PHRASAL = {"point": "point out", "speak": "speak out", "take": "take note", "look": "look forward", "press": "press for", "single": "single out"}
REPORTING = table([*CLAUSE, *WHOLE, "point"])
UNDERTAKING = table(UNDERTAKE)
WHOLES = frozenset(WHOLE)

# an act of speech as the purpose of an encounter: "called … to congratulate", "met … to express"
PURPOSES = frozenset("thank congratulate express convey reaffirm reiterate confirm offer extend wish".split())
# words that may stand between a speaker and the verb
BETWEEN = ADVERBS | frozenset(
    """
    has have had furthermore then recently earlier today yesterday later already publicly previously too all each separately however
    more still now particularly specifically monday tuesday wednesday thursday friday saturday sunday meanwhile additionally moreover
    therefore himself herself themselves
    """.split()
)
# after one of these the words report nothing: what is to be said, was not said, or is said to be said
BLOCKED = frozenset(
    """
    will would shall should can could may might must to not n't never cannot if whether be been being was were is are by of for
    """.split()
)

_OURSELVES = frozenset("each both sides parties they states countries nations".split())


def binds(clause: Sequence[str]) -> bool:
    """Is what was agreed an undertaking, not a view: "that X will …", "that each of the sides should …"?"""
    return bool({"will", "would", "shall"} & set(clause)) or ("should" in clause and bool(_OURSELVES & set(clause[:6])))


# predicates that report nothing: a passage ends before "… and discussed ways to …"
NEXT_ACTS = frozenset("discussed reviewed exchanged considered signed discusses reviews".split())
