"""What a question asks for, read out of its words."""

import pytest

from szassist.answer.understand import understand
from szassist.answer.vocabulary import Vocabulary
from szassist.query import Intent
from szassist.schema import Language, Turn

VOCABULARY = Vocabulary.of(
    [
        "PM2.5年均濃度不高于18微克/立方米",
        "社會治理現代化",
        "國際紅樹林中心建設工程",
        "全面實施BIM技術應用",
        "再生水利用率",
    ]
)


@pytest.mark.parametrize(
    ("question", "intent", "content", "years"),
    [
        ("2025年PM2.5要降到多少?", Intent.VALUE, "pm2.5", (2025,)),
        ("紅樹林中心由哪些部門負責?", Intent.WHO, "红树林中心", ()),
        ("BIM技术什么时候开始全面实施?", Intent.WHEN, "bim技术", ()),
        ("社会治理怎么搞?", Intent.PASSAGE, "社会治理 搞", ()),
        ("How much is the PM2.5 target for 2030?", Intent.VALUE, "pm2.5", (2030,)),
        ("２０２５年 再生水利用率 是多少???谢谢🙏", Intent.VALUE, "再生水利用率", (2025,)),
        ("你好", Intent.SMALLTALK, "", ()),
    ],
)
def test_a_question_gives_its_intent_content_and_years(
    question: str, intent: Intent, content: str, years: tuple[int, ...]
) -> None:
    query = understand(question, (), VOCABULARY)
    assert (query.intent, query.content, query.years) == (intent, content, years)


def test_a_function_character_stays_where_it_is_part_of_a_word_of_the_documents() -> None:
    assert "社会" in understand("社会会怎么样", (), VOCABULARY).content


def test_a_follow_up_inherits_what_it_leaves_out_and_replaces_what_it_states() -> None:
    history = (Turn(question="2025年PM2.5要降到多少?", answer="…"),)
    query = understand("那2030年呢?", history, VOCABULARY)
    assert (query.intent, query.content, query.years) == (Intent.VALUE, "pm2.5", (2030,))


def test_a_new_topic_inherits_nothing() -> None:
    history = (Turn(question="2025年PM2.5要降到多少?", answer="…"),)
    query = understand("红树林中心谁负责?", history, VOCABULARY)
    assert (query.content, query.years) == ("红树林中心", ())


def test_the_reader_language_is_that_of_the_question_unless_it_is_set() -> None:
    assert understand("PM2.5目標", (), VOCABULARY).language is Language.HANT
    assert understand("PM2.5目標", (), VOCABULARY, Language.EN).language is Language.EN
