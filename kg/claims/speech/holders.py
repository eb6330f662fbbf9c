"""Holders: who of those named holds a post or bears a style, and how what is meant stands at the words printed for it."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from kg.model import AS_PRINTED, Mention, Reading

STYLES = ("majesty", "highness", "excellency")
_CROWNED = ("king", "queen", "emperor", "empress", "sultan", "emir")
_RANKS = frozenset("deputy vice prime first assistant foreign".split())


def titled(reading: Reading, mention: Mention, posts: Iterable[str], owners: Collection[str]) -> Mention | None:
    """The person named in the article by one of the posts of one of the owners."""
    for one in reading.mentions:
        for title in one.titles:
            if one.kind == "person" and title.post.text.casefold() in posts and set(owners) & {of.name for of in title.of}:
                return as_printed(reading.links.of(one)[0], mention)
    return None


def holding_alone(reading: Reading, mention: Mention) -> Mention | None:
    """ "The Deputy PM", "the Acting Governor": the only person of the article whose post has these words, of the same rank."""
    wanted = frozenset(mention.name.casefold().replace("pm", "prime minister").split()) - {"acting"}
    spokes = (mention.titles[0].post.text if mention.titles else mention.name).casefold().split()[-1:]
    meant: dict[str, Mention] = {}
    for one in reading.mentions:
        posts = [frozenset(title.post.text.casefold().split()) for title in one.titles] if one.kind == "person" else []
        if any(len(wanted) > 1 and wanted <= post and wanted & _RANKS == post & _RANKS for post in posts) or (
            spokes and spokes[0].startswith("spokes") and any(word.startswith("spokes") for post in posts for word in post)
        ):
            meant |= {who.name: who for who in reading.links.of(one)}
    if not meant and spokes and spokes[0].startswith("spokes"):
        meant = {one.name: one for one in _introduced(reading, mention, "spokes")}
    return as_printed(next(iter(meant.values())), mention) if len(meant) == 1 else None


def _introduced(reading: Reading, mention: Mention, word: str) -> list[Mention]:
    """The person that the first sentence with a word names, before the mention: "Ambassador X, the official spokesman, said"."""
    field = reading.document.text
    told = [one.span for one in reading.analysis.sentences if one.span.end <= mention.span.start and word in field[one.span.start : one.span.end]]
    found = [one for one in reading.mentions if told and one.kind == "person" and told[0].covers(one.span)]
    return [who for one in found[:1] for who in reading.links.of(one)]


def styled(reading: Reading, mention: Mention) -> Mention | None:
    """ "His Majesty", "Her Excellency": whoever reigns, else whoever was named last."""
    named = [one for one in reading.mentions if one.kind == "person" and one.span.field == "text" and one.span.start < mention.span.start]
    if mention.name.casefold().endswith("majesty"):
        named = [one for one in named if any(title.post.text.casefold() in _CROWNED for title in one.titles)]
    return as_printed(reading.links.of(named[-1])[0], mention) if named and reading.links.of(named[-1]) else None


def plainly(mention: Mention) -> Mention:
    """A post whose holder is not named, as printed."""
    text = " ".join(mention.span.text.split())
    return Mention(
        "group", mention.span, text.removeprefix("The ").removeprefix("the ").removeprefix("A ").removeprefix("An "), mention.span, ref=AS_PRINTED
    )


def as_printed(meant: Mention, printed: Mention) -> Mention:
    """The thing meant, at the words printed for it here."""
    return Mention(meant.kind, printed.span, meant.name, printed.span, ref=meant.ref, plural=printed.plural)
