from dataclasses import replace
from datetime import date
from pathlib import Path

import pandas as pd
import pytest
import xlsxwriter

from data.excel.book import LISTS
from data.excel.faults import BadWorkbook
from data.legal_basis import make_case
from data.roster_book.reader import read_workbook, unused_sheets
from data.roster_book.rows.columns import CADRES, COLUMNS, SHEETS, UNITS, columns_of
from data.roster_book.writer import write_template, write_workbook
from data.sample import Situation, sample
from planner.case import Scenario
from planner.roster import Concurrent, Roster, Score, Task, TaskOrder
from planner.roster.levels import Discipline, Feature, Grade, StateManagement, Status, UnitRank
from planner.rules.structure.committees import RULE as COMMITTEES
from planner.rules.structure.offices import RULE as OFFICES
from tests.builders import DAY

ROSTER = sample("Hà Nội", 3, communes_wanted=3)


@pytest.fixture
def book(tmp_path: Path) -> Path:
    path = tmp_path / "H.xlsx"
    write_workbook(ROSTER, path)
    return path


def frames(path: Path) -> dict[str, pd.DataFrame]:
    return {
        str(name): frame.astype(object).where(frame.notna(), "")
        for name, frame in pd.read_excel(
            path, sheet_name=None, dtype=str, engine="calamine"
        ).items()
    }


def rewrite(path: Path, sheets: dict[str, pd.DataFrame]) -> Path:
    out = path.with_name("changed.xlsx")
    with xlsxwriter.Workbook(str(out), {"strings_to_formulas": False}) as target:
        for name, frame in sheets.items():
            sheet = target.add_worksheet(name)
            for column, header in enumerate(frame.columns):
                sheet.write_string(0, column, header)
                for row, value in enumerate(frame[header], 1):
                    sheet.write_string(row, column, str(value))
    return out


def told(path: Path) -> list[tuple[str, int, str, str]]:
    result = read_workbook(path)
    assert isinstance(result, BadWorkbook)
    return [(f.sheet, f.row, f.column, f.value) for f in result.faults]


@pytest.mark.parametrize("situation", list(Situation))
def test_what_is_written_is_read_back_whole(tmp_path: Path, situation: Situation) -> None:
    roster = sample("Hà Nội", 5, situation, 3)
    write_workbook(roster, tmp_path / "H.xlsx")
    assert read_workbook(tmp_path / "H.xlsx") == roster
    write_workbook(roster, tmp_path / "P.xlsx", posts=True)
    assert read_workbook(tmp_path / "P.xlsx") == roster


def test_units_and_posts_may_be_left_out(book: Path) -> None:
    sheets = frames(book)
    for name in ("Đơn vị", "Chức danh", "Sáp nhập"):
        del sheets[name]
    roster = read_workbook(rewrite(book, sheets))
    assert isinstance(roster, Roster)
    assert len(roster.communes) == 126 and len(roster.old_units) == 526


def test_headers_in_any_order_case_and_below_a_title_are_found(book: Path) -> None:
    sheets = frames(book)
    cadres = sheets[CADRES]
    mixed = cadres[sorted(cadres.columns, reverse=True)]
    title = pd.DataFrame([[""] * len(mixed.columns)], columns=mixed.columns)
    title.iloc[0, 0] = "DANH SÁCH CÁN BỘ, CÔNG CHỨC"
    header = pd.DataFrame([[h.upper() + " *" for h in mixed.columns]], columns=mixed.columns)
    body = pd.concat([title, header, mixed])
    body.columns = pd.Index([f"c{n}" for n in range(len(body.columns))])
    sheets[CADRES] = body
    roster = read_workbook(rewrite(book, sheets))
    assert isinstance(roster, Roster)
    assert roster.cadres == ROSTER.cadres


BAD = {
    "Ngày sinh": "31/02/1980",
    "Giới tính": "Nam giới",
    "Đối tượng": "Sĩ quan cấp tướng",
    "Tình trạng": "Đi vắng",
    "Trình độ chuyên môn": "Tú tài",
    "Lý luận chính trị": "Rất cao",
    "Ngạch": "Chuyên gia",
    "Trình độ CNTT": "9",
    "Đảng viên": "đang xét",
    "Loại nơi công tác": "Hành tinh khác",
    "Nơi công tác": "Xã Nào Đó",
    "Cấp chức vụ": "Sếp",
    "Số tháng còn công tác": "-5",
    "Chức danh đang giữ": "00004/KHONG-CO",
    "Nơi ở": "Xã Xa Lắm",
    "Xếp loại năm trước": "Ổn",
}
"""Column → what cannot be read in it, a person each."""


def bad_demands(sheets: dict[str, pd.DataFrame]) -> list[tuple[str, int, str, str]]:
    """Puts a sheet of demands with three faults beside the others."""
    codes = list(sheets[CADRES]["Mã cán bộ"])
    sheets["Giữ cố định"] = pd.DataFrame(
        [
            [codes[0], "Giữ cố định", "Nơi nào đó", ""],
            [codes[1], "Có thể", "00004", ""],
            ["CB-88888", "Không bố trí", "00004", ""],
        ],
        columns=[c.header for c in columns_of("Giữ cố định")],
    )
    return [
        ("Giữ cố định", 2, "Đơn vị hoặc mã chức danh", "Nơi nào đó"),
        ("Giữ cố định", 3, "Yêu cầu", "Có thể"),
        ("Giữ cố định", 4, "Mã cán bộ", "CB-88888"),
    ]


def test_forty_planted_faults_are_exactly_those_forty_in_order(book: Path) -> None:
    sheets = frames(book)
    planted: list[tuple[str, int, str, str]] = []
    unnamed = set(sheets[CADRES]["Mã cán bộ"][20:40])
    for name in ("Nguyện vọng", "Thân nhân"):
        refers = sheets[name].isin(unnamed).any(axis=1)
        sheets[name] = sheets[name][~refers].reset_index(drop=True)

    def spoil(sheet: str, row: int, column: str, value: str) -> None:
        sheets[sheet].loc[row - 2, column] = value
        planted.append((sheet, row, column, value))

    spoil(UNITS, 2, "Dân số", "nhiều")
    spoil(UNITS, 3, "Loại", "Huyện")
    spoil("Sáp nhập", 4, "Đơn vị mới", "Xã Không Có")
    spoil("Sáp nhập", 5, "Một phần", "có lẽ")
    row = 10
    for column, value in BAD.items():
        spoil(CADRES, row, column, value)
        row += 1
    for column in ("Mã cán bộ", "Họ và tên", "Ngày sinh", "Giới tính", "Nơi công tác"):
        spoil(CADRES, row, column, "")
        row += 1
    spoil(CADRES, row, "Mã cán bộ", sheets[CADRES].loc[0, "Mã cán bộ"])
    spoil(CADRES, row + 1, "Số tháng còn công tác", "mười")
    spoil(CADRES, row + 2, "Ngày sinh", "00/00/1985")
    spoil(CADRES, row + 3, "Đảng viên", "?")
    spoil(CADRES, row + 4, "Chức danh kiêm nhiệm", "00004/A; 00004/B")
    planted.append(planted[-1])
    spoil("Nguyện vọng", 2, "Mã cán bộ", "CB-99999")
    spoil("Nguyện vọng", 3, "Nguyện vọng 1", "Phường Sao Hỏa")
    spoil("Nguyện vọng", 4, "Nguyện vọng 2", "X")
    spoil("Thân nhân", 2, "Mã cán bộ", "KHÔNG CÓ")
    spoil("Thân nhân", 3, "Mã người thân", sheets["Thân nhân"].loc[1, "Mã cán bộ"])
    planted += bad_demands(sheets)
    assert len(planted) == 39
    spoil(CADRES, row + 5, "Nơi ở", "00000")
    order = [s.name for s in SHEETS]
    headers = [c.header for c in COLUMNS]
    planted.sort(key=lambda p: (order.index(p[0]), p[1], headers.index(p[2])))
    found = told(rewrite(book, sheets))
    assert found == planted
    assert len(found) == 40


def test_a_fault_reads_aloud(book: Path) -> None:
    sheets = frames(book)
    sheets[CADRES].loc[12, "Ngày sinh"] = "31/02/1980"
    result = read_workbook(rewrite(book, sheets))
    assert isinstance(result, BadWorkbook)
    assert str(result.faults[0]).startswith(
        'Trang "Cán bộ", dòng 14, cột "Ngày sinh": đọc được "31/02/1980"; cần một ngày có thật'
    )


def test_a_missing_sheet_is_named_with_those_there(book: Path) -> None:
    sheets = frames(book)
    del sheets[CADRES]
    result = read_workbook(rewrite(book, sheets))
    assert isinstance(result, BadWorkbook)
    assert "thiếu trang này" in str(result.faults[0]) and "Thân nhân" in str(result.faults[0])


def test_a_missing_column_is_named_once(book: Path) -> None:
    sheets = frames(book)
    sheets[CADRES] = sheets[CADRES].drop(columns=["Ngày sinh", "Nơi ở"])
    assert told(rewrite(book, sheets))[0] == (CADRES, 0, "Ngày sinh", "")


def test_an_empty_sheet_of_people_is_one_fault(book: Path) -> None:
    sheets = frames(book)
    sheets[CADRES] = sheets[CADRES].iloc[:0]
    assert told(rewrite(book, sheets)) == [(CADRES, 0, "", "")]


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.xlsx", b"", "tệp rỗng"),
        ("a.xls", b"\xd0\xcf\x11\xe0", "Excel cũ"),
        ("a.csv", "Mã;Tên".encode(), "tệp .csv"),
        ("a.xlsx", b"not a workbook", "không phải bảng tính"),
        ("a.docx", b"PK", "không phải bảng tính"),
    ],
)
def test_what_is_no_workbook_gets_a_kind_answer(
    tmp_path: Path, name: str, content: bytes, words: str
) -> None:
    (tmp_path / name).write_bytes(content)
    result = read_workbook(tmp_path / name)
    assert isinstance(result, BadWorkbook)
    assert words in str(result.faults[0])


def test_a_file_that_is_not_there_is_said_so(tmp_path: Path) -> None:
    result = read_workbook(tmp_path / "none.xlsx")
    assert isinstance(result, BadWorkbook) and "không có tệp" in str(result.faults[0])


def test_the_template_has_every_sheet_and_column(tmp_path: Path) -> None:
    write_template(tmp_path / "mau.xlsx")
    sheets = pd.read_excel(tmp_path / "mau.xlsx", sheet_name=None, engine="calamine")
    assert list(sheets) == [*(sheet.name for sheet in SHEETS), LISTS]
    for sheet in SHEETS:
        assert list(sheets[sheet.name].columns) == [c.header for c in columns_of(sheet.name)]


def test_the_template_read_as_a_roster_asks_for_people(tmp_path: Path) -> None:
    write_template(tmp_path / "mau.xlsx")
    assert told(tmp_path / "mau.xlsx") == [(CADRES, 0, "", "")]


def test_a_name_like_a_formula_stays_text(tmp_path: Path) -> None:
    from zipfile import ZipFile

    first = replace(ROSTER.cadres[0], name='=HYPERLINK("x")', title="+1", home="")
    roster = replace(ROSTER, cadres=(first, *ROSTER.cadres[1:]))
    write_workbook(roster, tmp_path / "H.xlsx")
    with ZipFile(tmp_path / "H.xlsx") as archive:
        sheets = [n for n in archive.namelist() if n.startswith("xl/worksheets/sheet")]
        assert not any(b"<f>" in archive.read(name) for name in sheets)
    back = read_workbook(tmp_path / "H.xlsx")
    assert isinstance(back, Roster) and back.cadres[0].name == '=HYPERLINK("x")'


def test_concurrency_and_scores_are_read_back(tmp_path: Path) -> None:
    more = (Concurrent("VP-TD", "may", ("VP-TP",)), Concurrent("HDND-TBKT", "never", ("BXD-TB",)))
    scores = (Score(ROSTER.cadres[0].code, "00004/VPDU-CVP", 70),)
    roster = replace(ROSTER, concurrency=more, scores=scores)
    write_workbook(roster, tmp_path / "H.xlsx")
    assert read_workbook(tmp_path / "H.xlsx") == roster


def test_what_is_known_of_units_and_people_is_read_back(tmp_path: Path) -> None:
    unit = replace(
        ROSTER.communes[0],
        features=frozenset({Feature.BORDER, Feature.KEY_DEFENCE}),
        rank=UnitRank.II,
        dossiers=12_000,
    )
    who = replace(
        ROSTER.cadres[0],
        state_management=StateManagement.PRINCIPAL,
        committee=True,
        planned=Grade.HEAD,
        tenure=30,
        head_years=4,
        discipline=Discipline.WARNING,
        discipline_day=date(2025, 3, 1),
        deputy_of=unit.code,
        council_experience=True,
        origin="Nghệ An",
        in_post_since=date(2020, 1, 2),
        policy=True,
        matching_years=6,
    )
    task = Task(
        code="V-1",
        name="Dự án vành đai",
        field="xây dựng",
        owners=("KT-XD",),
        deputies=("KT-GT",),
        one_stop=False,
        legal=True,
        load=2,
    )
    roster = replace(
        ROSTER,
        communes=(unit, *ROSTER.communes[1:]),
        cadres=(who, *ROSTER.cadres[1:]),
        tasks=(
            TaskOrder(unit.code, "T-NN", ROSTER.cadres[1].code, who.code),
            TaskOrder(unit.code, "V-1"),
        ),
        own_tasks=(task,),
    )
    write_workbook(roster, tmp_path / "H.xlsx")
    assert read_workbook(tmp_path / "H.xlsx") == roster


def test_faults_of_tasks_and_features_say_where(book: Path) -> None:
    sheets = frames(book)
    code = ROSTER.cadres[0].code
    sheets["Nhiệm vụ"] = pd.DataFrame(
        [
            {"Đơn vị": "00004", "Nhiệm vụ": "không có việc này"},
            {"Đơn vị": "Mặt Trăng", "Nhiệm vụ": "T-NN"},
            {
                "Đơn vị": "00004",
                "Nhiệm vụ": "T-NN",
                "Người chịu trách nhiệm": code,
                "Người thay": code,
            },
        ]
    ).fillna("")
    sheets["Đơn vị"]["Đặc điểm"] = "trên sao Hỏa"
    found = {fault[:3] for fault in told(rewrite(book, sheets))}
    assert ("Nhiệm vụ", 2, "Nhiệm vụ") in found
    assert ("Nhiệm vụ", 3, "Đơn vị") in found
    assert ("Nhiệm vụ", 4, "Người thay") in found
    assert ("Đơn vị", 2, "Đặc điểm") in found


def test_a_status_that_has_ended_no_longer_counts() -> None:
    cadre = replace(ROSTER.cadres[0], status=Status.MATERNITY, status_until=date(2026, 5, 1))
    assert cadre.on(date(2026, 5, 1)).status is Status.MATERNITY
    assert cadre.on(date(2026, 5, 2)).status is Status.WORKING


def test_sheets_that_nothing_reads_are_named(book: Path) -> None:
    sheets = frames(book)
    sheets["Ghi chú riêng"] = pd.DataFrame({"a": ["b"]})
    assert unused_sheets(rewrite(book, sheets)) == ("Ghi chú riêng",)


def test_own_posts_keep_the_law_of_their_titles_and_offices(tmp_path: Path) -> None:
    path = tmp_path / "P.xlsx"
    write_workbook(make_case(ROSTER, Scenario("PA1", DAY)).roster, path, posts=True)
    sheets = frames(path)
    posts = sheets["Chức danh"]
    centre = posts.iloc[0].copy()
    centre["Mã chức danh"], centre["Phòng, ban"] = "T1", "Trung tâm Phục vụ hành chính công"
    centre["Chức danh"], centre["Khối"], centre["Cấp"] = (
        "Giám đốc",
        "Khối chính quyền",
        "Cấp trưởng",
    )
    board = centre.copy()
    board["Mã chức danh"], board["Phòng, ban"] = "T2", "Hội đồng nhân dân"
    board["Chức danh"] = "Trưởng Ban Pháp chế"
    sheets["Chức danh"] = pd.concat([posts, pd.DataFrame([centre, board])])
    roster = read_workbook(rewrite(path, sheets))
    assert isinstance(roster, Roster)
    case = make_case(roster, Scenario("PA1", date(2026, 11, 22)))
    found = {f.norm.id for frame in (OFFICES, COMMITTEES) for f in frame.faults(case)}
    assert found == {"S-HN-NO-TTPVHCC", "S-HDND-BAN"}


def test_codes_that_excel_took_for_numbers_are_understood(book: Path) -> None:
    sheets = frames(book)
    for name, column in (
        ("Đơn vị", "Mã đơn vị"),
        ("Sáp nhập", "Mã đơn vị cũ"),
        ("Sáp nhập", "Đơn vị mới"),
        (CADRES, "Nơi công tác"),
        ("Nguyện vọng", "Nguyện vọng 1"),
    ):
        sheets[name][column] = sheets[name][column].str.replace(r"^0+(?=\d+$)", "", regex=True)
    assert read_workbook(rewrite(book, sheets)) == ROSTER


def test_units_are_known_by_name_in_any_spelling(book: Path) -> None:
    import unicodedata

    sheets = frames(book)
    names = {unit.code: unit.full_name for unit in ROSTER.communes}
    homes = sheets[CADRES]["Nơi ở"]
    sheets[CADRES]["Nơi ở"] = [
        unicodedata.normalize("NFD", names[code]).upper() if code else "" for code in homes
    ]
    roster = read_workbook(rewrite(book, sheets))
    assert isinstance(roster, Roster) and roster.cadres == ROSTER.cadres
