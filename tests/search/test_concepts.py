"""What a text means as a whole: the official expression whose everyday expressions it shares most with."""

from szassist.query import Term
from szassist.search.concepts import Concepts

SAID = (
    ("海边没有水泥", "自然岸线"),
    ("没改造过的海岸", "自然岸线"),
    ("楼下能走到的绿地", "公园"),
    ("a coast left as it was", "自然岸线"),
    ("walking to a green place", "公园"),
)


def test_an_expression_is_found_by_parts_of_what_people_say_for_it() -> None:
    concepts = Concepts(SAID)
    assert next(one.official for one in concepts.nearest("没被水泥改过的海边", "")) == "自然岸线"
    assert next(one.official for one in concepts.nearest("走到有绿地的地方", "")) == "公园"
    assert next(one.official for one in concepts.nearest("how much of the coasts is left", "")) == "自然岸线"
    assert concepts.nearest("utterly unrelated", "") == ()


def test_the_official_words_count_too_and_what_only_frames_a_question_counts_less() -> None:
    concepts = Concepts(SAID)
    whole = concepts.nearest("自然岸线在绿地那里", "")
    framed = concepts.nearest("自然岸线在绿地那里", "自然岸线")
    scores, less = ({one.official: one.score for one in some} for some in (whole, framed))
    assert less["自然岸线"] == scores["自然岸线"]
    assert less["公园"] < scores["公园"]


def test_an_expression_explains_the_words_that_people_say_for_it_and_no_others() -> None:
    (coast, *_) = Concepts(SAID).nearest("没被水泥改过的海边", "")
    assert coast.explains(Term("水泥", 1.0))
    assert coast.explains(Term("coasts", 1.0, stem=" coast "))
    assert not coast.explains(Term("沙滩", 1.0))
    assert not coast.explains(Term("bays", 1.0, stem=" bay "))
