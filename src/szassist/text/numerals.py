"""Numerals in Chinese characters, and numbers as English writes them."""

from __future__ import annotations

from decimal import Decimal

from szassist.text.script import fold

DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
GROUPED = 10_000
POWERS = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}


def grouped(number: Decimal | int) -> str:
    """A number as English writes it, every digit kept: with commas from five digits on (23,930), without them below (2360)."""
    return f"{Decimal(number):,f}" if abs(Decimal(number)) >= GROUPED else f"{Decimal(number):f}"


def counts(numeral: str) -> bool:
    """Whether a numeral names an amount; 万 or 千 alone (万元GDP, 每千人) does not."""
    return any(c in DIGITS or c == "十" for c in numeral)


def han_number(numeral: str) -> Decimal:
    """The value of a numeral in Chinese characters or digits: 二十九 is 29, 一千二百万 is 12000000, 十五点五 is 15.5."""
    whole, _, fraction = fold(numeral).partition("点")
    if whole.isdecimal():
        total = int(whole)
    elif whole and all(c in DIGITS for c in whole):
        total = int("".join(str(DIGITS[c]) for c in whole))
    else:
        total = _positional(whole)
    digits = "".join(str(DIGITS[c]) for c in fraction if c in DIGITS)
    return Decimal(f"{total}.{digits}") if digits else Decimal(total)


def _positional(numeral: str) -> int:
    """十, 百, 千 multiply the digit before them; 万 and 亿 multiply everything before them; a last digit right behind one of
    them counts the next lower power, as people say it: 两千三百六 is 2360, 三万五 35000, 两千三百零六 2306.
    """
    total = section = digit = 0
    lower = 1  # what a last digit counts
    for char in numeral:
        if char in DIGITS:
            digit = DIGITS[char]
            lower = lower if digit else 1
            continue
        lower = POWERS[char] // 10
        if char in "万亿":
            total = (total + section + digit) * POWERS[char] if char == "亿" else total + (section + digit) * 10**4
            section = 0
        else:
            section += (digit or 1) * POWERS[char]
        digit = 0
    return total + section + digit * lower
