"""The cues of a question: what tells its intent, and the scaffolding that tells nothing."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from szassist.answer.words import table
from szassist.answer.words.asked import names_asked_by
from szassist.query import Intent, Query, Regard
from szassist.schema import FactKind
from szassist.text.script import fold, has_chinese

_ASPECT = (
    r"(?:那么?|然后|还有|另外|那它?|它的?|其|具体|(?:这|那|该)一?(?:个|项|块|方面)?(?:工程|行动|项目|工作|指标)?|有没有|有无|有(?:什么|啥|哪些)?|的)*(?:{})"
    r"(?:的?呢|如何|怎么?样|怎样|是(?:什么|多少|谁|哪些|啥)|有哪些|有多少|有没有|多少|几何)*[吗呀啊嘛么?!。.,~ ]*"
)


_THAT = re.compile(r"的?[这那]个(?=\s|[\u4e00-\u9fff]{2})")  # not 那 alone, which would leave 个资源


@dataclass(frozen=True, slots=True)
class Cues:
    """The patterns of `words/question.toml`, ready to search a folded question."""

    intents: tuple[tuple[Intent, re.Pattern[str]], ...]  # in order of precedence
    reasons: re.Pattern[str]  # 为什么: the documents seldom say why, and it hides what is asked
    of_figures: re.Pattern[str]  # 凭什么, 怎么算出来的: asks why a figure is what it is
    asides: re.Pattern[str]  # 我是学生,在写论文: who asks, and what for
    smalltalk: re.Pattern[str]
    requests: re.Pattern[str]  # 帮我约一个: something to be done, chosen or judged for the reader
    scaffolding: re.Pattern[str]
    examples: re.Pattern[str]  # 律师、公证这些: of what is named after them
    kinds: tuple[tuple[FactKind, re.Pattern[str]], ...]
    existing: re.Pattern[str]  # 有多少: how many there are
    relative: re.Pattern[str]  # 明年
    basis: re.Pattern[str]  # 规划依据了哪些文件
    defined: re.Pattern[str]  # 指的是什么
    duties: re.Pattern[str]  # 参与哪些行动, of a unit that is named
    answers: re.Pattern[str]  # 挑大梁: says that somebody answers for something
    duties_told: re.Pattern[str]  # 应参与的行动
    duties_verbs: re.Pattern[str]  # 应参与
    more: re.Pattern[str]
    whole: re.Pattern[str]  # 全市呢: of the whole what was asked of a part
    part: re.Pattern[str]  # 新建, 公办: what makes a part of something
    back: re.Pattern[str]
    origin: re.Pattern[str]  # 最开始那个: the very first question
    reaction: re.Pattern[str]  # 这么多?: the first words of a message, on the answer before it
    dated: re.Pattern[str]  # 这是哪年的数: what was answered, with its year
    regards: tuple[tuple[Regard, re.Pattern[str]], ...]  # what is asked about the answer before
    among: tuple[re.Pattern[str], ...]  # whether that lists something, the group `what`
    both: re.Pattern[str]  # 它俩加起来: of the last two things at once
    other: re.Pattern[str]  # 另一份文件: not the one spoken of
    things: re.Pattern[str]  # 这活儿, 那个数: a pronoun with a noun for anything
    pronouns: re.Pattern[str]  # those and the others
    acting: re.Pattern[str]  # leads: English words that only say that somebody answers for something
    concerned: re.Pattern[str]  # 普通市民, 每个区: whom or where it concerns, and not what
    pointing: re.Pattern[str]  # 这方面, 其中: goes on about what was spoken of
    opening: re.Pattern[str]
    orders: re.Pattern[str]
    aspects: tuple[tuple[str, re.Pattern[str]], ...]  # whole messages: 目标呢, 谁呢; by the name of what they ask for
    dropped: re.Pattern[str]  # 算了,问个别的: what stands before it counts for nothing
    corrected: re.Pattern[str]  # 不对: what stands before it counts where the words after it leave something out

    def intent(self, folded: str) -> Intent:
        """The first intent whose cue stands in `folded`; OTHER where there is none."""
        return next((intent for intent, cue in self.intents if cue.search(folded)), Intent.OTHER)

    def kinds_said(self, folded: str) -> list[FactKind]:
        """Whether a question speaks of what is, of what is to be, or of both."""
        return [kind for kind, cue in self.kinds if cue.search(folded)]

    def aspect(self, folded: str) -> str:
        """What a message asks for that only names an aspect (value, who, measures, when, later, again); "" where it says more."""
        return next((name for name, cue in self.aspects if cue.fullmatch(folded)), "")

    def bare(self, folded: str) -> str:
        """`folded` without the cues of any intent and without scaffolding."""
        for _, cue in self.intents[1:]:
            folded = cue.sub(_gone, folded)
        for cue in (self.back, self.more):
            folded = cue.sub(" ", folded)
        for cue in (self.other, self.things, _THAT, self.smalltalk, self.scaffolding, self.pronouns):
            folded = cue.sub(" ", folded)
        return folded


def _gone(match: re.Match[str]) -> str:
    """What is left of the words of a cue: an English one may have what is asked about between its own, in Chinese."""
    return match[0] if match[0][:1].isascii() and has_chinese(match[0]) and match[0][:1].isalpha() else " "


@dataclass(frozen=True, slots=True)
class Spoken:
    """Turns of a conversation, as regular expressions over a folded message."""

    also: re.Pattern[str]  # 普高那份也讲讲: the same of one more thing
    whom: re.Pattern[str]  # 谁拍板: whom something falls to, in a message that asks nothing else
    reported: re.Pattern[str]  # 同事说: who says so, before what he says
    supposed: re.Pattern[str]  # 难道不是, 我还以为: that another answer was thought right
    unmet: re.Pattern[str]  # 还没到80%: that a figure may not be reached yet
    others: re.Pattern[str]  # 别的城市, 人家: somebody else than those spoken of
    apart: re.Pattern[str]  # 每个区, 各区: each part of the city
    elsewhere: re.Pattern[str]  # 国外一般是多少: others than the city
    talking: re.Pattern[str]  # 没看懂, 再报: that somebody looks, hears or tells


@cache
def spoken() -> Spoken:
    """The turns as the vocabulary file has them."""
    found = table("question")["spoken"]
    names = ("also", "whom", "reported", "supposed", "unmet", "others", "apart", "elsewhere", "talking")
    return Spoken(*(_any(found[name]) for name in names))


@cache
def cues() -> Cues:
    """The cues as the vocabulary file has them."""
    words = table("question")
    pieces = words["pieces"] | names_asked_by()
    following, scaffolding = words["following"], words["scaffolding"]
    return Cues(
        intents=tuple((Intent(name.split("_")[0]), _any(one, pieces)) for name, one in words["intents"].items()),
        reasons=_any(scaffolding["reasons"]),
        of_figures=_any(scaffolding["of_figures"]),
        asides=_any(scaffolding["asides"]),
        smalltalk=_any(words["smalltalk"]["phrases"]),
        requests=_any(words["intents"]["offtopic_requests"]),
        scaffolding=_any(_scaffolding(scaffolding), pieces),
        examples=_any(scaffolding["examples"]),
        kinds=tuple((FactKind(name), _any(found)) for name, found in words["kinds"].items()),
        existing=_any(words["existing"]["phrases"]),
        relative=_any(words["relative"]["phrases"]),
        basis=_any(words["basis"]["phrases"]),
        defined=_any(words["defined"]["phrases"]),
        duties=_any(words["duties"]["asked"], pieces),
        answers=_any(words["duties"]["answers"]),
        duties_told=_any(words["duties"]["told"]),
        duties_verbs=_any(words["duties"]["verbs"]),
        more=_any(following["more"]),
        whole=_any(following["whole"]),
        part=_any(following["part"]),
        back=_any(following["back"]),
        origin=_any(following["origin"]),
        reaction=re.compile(rf"(?:(?:{_any(following['reaction']).pattern})[,。.!?~…;\s]+)+(?=\S)"),
        dated=_any(following["dated"]),
        regards=tuple((Regard(name), _any(said)) for name, said in words["regards"].items()),
        among=tuple(map(re.compile, following["among"])),
        both=_any(following["both"]),
        other=_any(following["other"]),
        things=_any(following["things"]),
        pronouns=_any((*following["things"], *following["pronouns"])),
        acting=_any(following["acting"]),
        concerned=_any(following["concerned"]),
        pointing=_any(following["pointing"]),
        opening=_any(following["opening"]),
        orders=_any(words["orders"]["phrases"]),
        aspects=tuple((name, re.compile(_ASPECT.format(found))) for name, found in words["aspects"].items()),
        dropped=_any(words["taken_back"]["dropped"]),
        corrected=_any(words["taken_back"]["corrected"]),
    )


def _scaffolding(said: Mapping[str, list[str]]) -> tuple[str, ...]:
    """The words of a question that tell nothing, those of English as whole words."""
    return (*said["phrases"], *said["examples"], rf"\b(?:{'|'.join(said['english'])})\b")


def _any(patterns: tuple[str, ...] | list[str], pieces: Mapping[str, str] = MappingProxyType({})) -> re.Pattern[str]:
    """One pattern of several; each has the `pieces` that it names in braces."""
    whole = "|".join(f"(?:{pattern})" for pattern in patterns)
    for name, piece in pieces.items():
        whole = whole.replace(f"{{{name}}}", piece)
    return re.compile(whole)


def asking(query: Query) -> str:
    """The words that ask, folded: the whole question, or its own part of a message that asks several things."""
    return query.clause or fold(query.question)
