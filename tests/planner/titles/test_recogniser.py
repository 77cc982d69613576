"""The recogniser over a table of a few rows: what is told apart, what is asked."""

from planner.roster.levels import Block
from planner.titles import (
    Head,
    Level,
    LevelRow,
    LevelTable,
    Mark,
    OfficeKind,
    ReadingKind,
    Role,
    Rung,
    Sign,
    Synonyms,
    Tier,
    TitleTable,
    Wording,
    read_office,
    read_title,
)

GOVERNMENT = {"UBND": "Ủy ban nhân dân", "HDND": "Hội đồng nhân dân"}


def office(code: str, spelling: str, block: Block) -> OfficeKind:
    return OfficeKind(code=code, name=spelling, block=block, spellings=(spelling,))


def chair(office: str, rung: Rung = Rung.CHAIR) -> Role:
    return Role(code=f"{office}-CT", name="", office=office, rung=rung, heads=("CHAIR",))


TABLE = TitleTable(
    roles=(chair("UBND"), chair("HDND"), chair("MTTQ", Rung.FRONT_CHAIR)),
    offices=(
        *(office(code, text, Block.GOVERNMENT) for code, text in GOVERNMENT.items()),
        office("MTTQ", "Mặt trận", Block.FRONT),
    ),
    heads=(Head(code="CHAIR", spellings=("Chủ tịch",)),),
    wordings=(
        Wording(sign=Sign.MARK, code="FORMER", spellings=("nguyên",), mark=Mark.FORMER),
        Wording(
            sign=Sign.UNIT,
            code="unit",
            spellings=("xã", "phường", "P"),
            tiers=frozenset({Tier.COMMUNE}),
        ),
        Wording(sign=Sign.OTHER, code="others", spellings=("Trưởng thôn",)),
    ),
    synonyms=(Synonyms(("ủy ban nhân dân", "UBND")), Synonyms(("chủ tịch", "CT"))),
    spelled_tiers=(),
    levels=LevelTable(
        (
            LevelRow(Level(90, Tier.COMMUNE, Rung.CHAIR)),
            LevelRow(Level(80, Tier.COMMUNE, Rung.FRONT_CHAIR)),
        )
    ),
    places=frozenset({"Ba Đình"}),
)


def test_a_title_is_its_role_tier_rung_and_level() -> None:
    reading = read_title("CT. UBND phường Ba Đình", TABLE)
    assert (reading.kind, reading.codes) == (ReadingKind.KNOWN, ("UBND-CT",))
    assert (reading.tier, reading.rung) == (Tier.COMMUNE, Rung.CHAIR)
    assert reading.level == Level(90, Tier.COMMUNE, Rung.CHAIR)


def test_abbreviations_run_together_are_read() -> None:
    assert read_title("CTUBND", TABLE, tier=Tier.COMMUNE).codes == ("UBND-CT",)


def test_two_readings_are_a_question_with_both() -> None:
    reading = read_title("Chủ tịch", TABLE, tier=Tier.COMMUNE, block=Block.GOVERNMENT)
    choices = {read.role.code for choice in reading.choices for read in choice}
    assert (reading.kind, choices) == (ReadingKind.QUESTION, {"UBND-CT", "HDND-CT"})
    assert reading.roles == ()


def test_office_block_and_profile_tell_readings_apart() -> None:
    tier = Tier.COMMUNE
    assert read_title("Chủ tịch", TABLE, tier=tier, office="UBND").codes == ("UBND-CT",)
    assert read_title("Chủ tịch", TABLE, tier=tier, block=Block.FRONT).codes == ("MTTQ-CT",)
    assert read_title("Chủ tịch", TABLE, tier=tier, among=["HDND-CT"]).codes == ("HDND-CT",)


def test_a_mark_is_kept_and_says_that_the_title_is_not_held() -> None:
    reading = read_title("Chủ tịch UBND, nguyên Chủ tịch Mặt trận", TABLE, tier=Tier.COMMUNE)
    assert [(read.role.code, read.holds) for read in reading.roles] == [
        ("UBND-CT", True),
        ("MTTQ-CT", False),
    ]
    assert reading.marks == (Mark.FORMER,)


def test_an_unknown_word_is_asked_about_and_an_unknown_title_is_a_notice() -> None:
    asked = read_title("Chủ tịch danh dự UBND", TABLE, tier=Tier.COMMUNE)
    assert (asked.kind, asked.unread) == (ReadingKind.QUESTION, ("danh", "dự"))
    assert read_title("Đặc phái viên", TABLE).kind is ReadingKind.NOTICE
    assert read_title("", TABLE).kind is ReadingKind.NOTICE


def test_a_title_that_is_no_seat_of_ours_says_so() -> None:
    reading = read_title("Trưởng thôn", TABLE)
    assert (reading.kind, reading.not_ours) == (ReadingKind.NOT_OURS, ("Trưởng thôn",))


def test_unit_names_of_the_caller_are_names() -> None:
    text = "Chủ tịch UBND Sao Hỏa"
    assert read_title(text, TABLE, tier=Tier.COMMUNE).kind is ReadingKind.QUESTION
    reading = read_title(text, TABLE, tier=Tier.COMMUNE, unit_names=["Sao Hỏa"])
    assert reading.kind is ReadingKind.KNOWN


def test_an_office_is_its_code_and_block() -> None:
    reading = read_office("UBND phường Ba Đình", TABLE)
    assert (reading.code, reading.block) == ("UBND", Block.GOVERNMENT)
    assert read_office("Phòng Không", TABLE).kind is ReadingKind.NOTICE
