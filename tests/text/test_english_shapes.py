"""Turns of English questions with a gap in them, in plain words."""

import pytest

from szassist.text.english_shapes import in_plain_shape


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        ("On whose desk does the sponge city land?", "who is responsible for the sponge city?"),
        ("In whose hands is the saving of water?", "who is responsible for the saving of water?"),
        (
            "Which agencies jointly carry the load of saving water?",
            "which departments are responsible for saving water?",
        ),
        (
            "Which of the city's bureaus have a hand in saving water?",
            "which departments are responsible for saving water?",
        ),
        ("Who is meant to keep an eye on saving water?", "who is responsible for saving water?"),
        ("Who has been put in charge of saving water?", "who is responsible for saving water?"),
        ("Who is meant to benefit from it?", "Who is meant to benefit from it?"),
        ("So who is responsible for the setting up of schools?", "So who is responsible for schools?"),
        ("Out of every hundred new cars, how many run on power?", "what share of new cars run on power?"),
        ("Which organisations does the city work with?", "Which organisations does the city work with?"),
        ("How many in ten cars run on power?", "what share of cars run on power?"),
        ("Of all cars, how many in ten run on power?", "what share of cars run on power?"),
        ("How long do people live on average?", "what is the average life expectancy of people on average?"),
        ("How long do people live in flats?", "How long do people live in flats?"),
        ("Give me the full list of agencies responsible for water", "which departments responsible for water"),
        ("What is the number and area of parks?", "What is the number of parks and area of parks?"),
        ("What role does the public play?", "What role of the public?"),
        ("Do I have to pay for a check?", "Do I get free a check?"),
        ("How much do I have to pay for a check?", "How much do I have to pay for a check?"),
        ("How many cars are there?", "How many cars are there?"),
    ],
)
def test_a_turn_is_put_in_plain_words_with_what_stands_in_its_gap(said: str, plain: str) -> None:
    assert in_plain_shape(said) == plain
