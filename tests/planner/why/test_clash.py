from planner.roster.levels import Education, Grade, Status, Theory
from planner.why.clash import clashes
from tests.builders import A, B, ban, case_of, person, pin, post


def texts(*people, demands):  # type: ignore[no-untyped-def]
    return [clash.text for clash in clashes(case_of(*people, demands=demands))]


def test_pins_that_can_be_kept_clash_with_nothing() -> None:
    assert texts(person("X"), demands=(pin("X", post("VP-TP")), ban("X", B))) == []


def test_a_pin_on_somebody_ineligible_names_the_article() -> None:
    (text,) = texts(person("X", education=Education.COLLEGE), demands=(pin("X", post("VP-TP")),))
    assert "CV 11/CV-BCĐ" in text and "trình độ cao đẳng" in text


def test_two_pins_on_one_seat_clash() -> None:
    (text,) = texts(
        person("X"), person("Y"), demands=(pin("X", post("DU-BT")), pin("Y", post("DU-BT")))
    )
    assert text == "Bí thư Đảng ủy: giữ cố định 2 người, tối đa 1 chỗ"


def test_one_person_pinned_to_two_units_clashes() -> None:
    assert len(texts(person("X"), demands=(pin("X", A), pin("X", post("VP-TP", B))))) == 1


def test_a_pin_and_a_ban_of_the_same_place_clash() -> None:
    assert len(texts(person("X"), demands=(pin("X", post("VP-TP")), ban("X", A)))) == 1
    assert len(texts(person("X"), demands=(pin("X", post("VP-TP")), ban("X", post("VP-TP"))))) == 1


def test_a_pin_on_somebody_who_is_leaving_clashes() -> None:
    (text,) = texts(person("X", status=Status.RESIGNING), demands=(pin("X", A),))
    assert text == "Nguyễn Văn X được giữ cố định nhưng đã có đơn nghỉ"


def test_two_pins_on_posts_that_nobody_may_hold_together_clash() -> None:
    case = case_of(
        person("X", theory=Theory.ADVANCED, grade=Grade.CHIEF, deputy_of=A),
        demands=(pin("X", post("KT-TP")), pin("X", post("VX-PTP"))),
    )
    (clash,) = clashes(case)
    assert "hai chức danh không ai được cùng giữ" in clash.text
    together = (pin("X", post("DU-BT")), pin("X", post("HDND-CT")))
    assert (
        clashes(
            case_of(
                person("X", theory=Theory.ADVANCED, grade=Grade.CHIEF, deputy_of=A),
                demands=together,
            )
        )
        == ()
    )
