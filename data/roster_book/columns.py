"""The one table of the workbook's sheets and columns.

Template, reader, writer, `sapxep columns` and the documentation are all made from it: a new column
is one line here and the field it fills.
"""

from data.excel.cells import (
    COUNT,
    DATE,
    DECIMAL,
    ID_NUMBER,
    LIST,
    MARK,
    TEXT,
    UNIT_CODE,
    choice,
    closed,
    many,
)
from data.excel.column import Column, Sheet
from planner.roster.levels import (
    Block,
    Discipline,
    Education,
    Feature,
    Grade,
    ItLevel,
    PersonKind,
    PlaceKind,
    Rank,
    Rating,
    Sex,
    StateManagement,
    Status,
    Theory,
    UnitRank,
    UnitType,
)

UNITS = "Đơn vị"
MERGER = "Sáp nhập"
POSTS = "Chức danh"
CADRES = "Cán bộ"
PREFERENCES = "Nguyện vọng"
KIN = "Thân nhân"
DEMANDS = "Giữ cố định"
CONCURRENCY = "Kiêm nhiệm"
SCORES = "Mức phù hợp"
TASKS = "Nhiệm vụ"

SHEETS = (
    Sheet(UNITS, False, "Xã, phường, đặc khu cần bố trí; bỏ trống thì lấy mọi đơn vị của tỉnh"),
    Sheet(MERGER, False, "Đơn vị cũ nhập vào đơn vị mới; bỏ trống thì lấy theo số liệu chính thức"),
    Sheet(POSTS, False, "Chức danh của từng đơn vị; bỏ trống thì lấy theo bộ khung của tỉnh"),
    Sheet(CADRES, True, "Danh sách cán bộ, công chức, mỗi người một dòng"),
    Sheet(PREFERENCES, False, "Nguyện vọng của từng người"),
    Sheet(KIN, False, "Các cặp có quan hệ thân nhân"),
    Sheet(CONCURRENCY, False, "Chức danh phải, được, không được kiêm, thêm vào quy định chung"),
    Sheet(DEMANDS, False, "Người giữ cố định, người không bố trí ở một chỗ"),
    Sheet(SCORES, False, "Điểm phù hợp đơn vị tự chấm cho một người ở một chức danh"),
    Sheet(TASKS, False, "Việc của từng đơn vị, ai chịu trách nhiệm, ai thay; trống: theo danh mục"),
)

_EDUCATION = choice("trình độ", Education)
_THEORY = choice("lý luận chính trị", Theory)

COLUMNS = (
    Column(UNITS, "Mã đơn vị", "code", UNIT_CODE, True, "Mã hành chính 5 chữ số", ("mã xã",)),
    Column(UNITS, "Tên đơn vị", "name", TEXT, True, "Tên, không cần chữ xã, phường", ("tên xã",)),
    Column(UNITS, "Loại", "type", choice("loại", UnitType), True, "Xã, Phường hay Đặc khu"),
    Column(UNITS, "Tỉnh, thành phố", "province", TEXT, True, "Tên tỉnh, thành phố", ("tỉnh",)),
    Column(UNITS, "Dân số", "population", COUNT, True, "Số người"),
    Column(UNITS, "Diện tích (km²)", "area_km2", DECIMAL, False, "Ki-lô-mét vuông", ("diện tích",)),
    Column(UNITS, "Vĩ độ", "lat", DECIMAL, False, "Độ, để tính khoảng cách"),
    Column(UNITS, "Kinh độ", "lon", DECIMAL, False, "Độ, để tính khoảng cách"),
    Column(UNITS, "Biên chế khối Đảng", "quota_party", COUNT, False, "Trống: theo bộ khung"),
    Column(
        UNITS, "Biên chế khối chính quyền", "quota_government", COUNT, False, "Trống: theo bộ khung"
    ),
    Column(UNITS, "Biên chế MTTQ, đoàn thể", "quota_front", COUNT, False, "Trống: theo bộ khung"),
    Column(UNITS, "Đặc điểm", "features", many("đặc điểm", Feature), False, "Miền núi, hải đảo …"),
    Column(UNITS, "Số hồ sơ thủ tục mỗi năm", "dossiers", COUNT, False, "Trống: chưa rõ"),
    Column(UNITS, "Phân loại", "rank", choice("loại", UnitRank), False, "Trống: chưa rõ"),
    Column(MERGER, "Mã đơn vị cũ", "code", UNIT_CODE, True, "Mã hành chính trước sắp xếp"),
    Column(MERGER, "Tên đơn vị cũ", "name", TEXT, True, "Ví dụ: Phường Trúc Bạch"),
    Column(MERGER, "Quận, huyện cũ", "district", TEXT, True, "Ví dụ: Quận Ba Đình"),
    Column(MERGER, "Đơn vị mới", "new", TEXT, True, "Mã hoặc tên đơn vị mới"),
    Column(MERGER, "Một phần", "part", MARK, False, "x nếu chỉ một phần nhập vào đơn vị mới"),
    Column(MERGER, "Vĩ độ", "lat", DECIMAL, False, "Độ"),
    Column(MERGER, "Kinh độ", "lon", DECIMAL, False, "Độ"),
    Column(POSTS, "Mã chức danh", "code", TEXT, True, "Mã riêng của chức danh trong đơn vị"),
    Column(POSTS, "Đơn vị", "commune", TEXT, True, "Mã hoặc tên đơn vị"),
    Column(POSTS, "Phòng, ban", "office", TEXT, True, "Tên phòng, ban"),
    Column(POSTS, "Khối", "block", choice("khối", Block), True, "Khối tính biên chế"),
    Column(POSTS, "Chức danh", "title", TEXT, True, "Tên chức danh, vị trí việc làm"),
    Column(POSTS, "Cấp", "grade", choice("cấp", Grade), True, "Chuyên viên, cấp phó, cấp trưởng"),
    Column(POSTS, "Tối thiểu", "minimum", COUNT, True, "Số chỗ phải có người"),
    Column(POSTS, "Tối đa", "maximum", COUNT, True, "Số chỗ nhiều nhất"),
    Column(POSTS, "Chủ chốt", "key", MARK, False, "x nếu là chức danh chủ chốt"),
    Column(POSTS, "Khan hiếm", "scarce", MARK, False, "x nếu thuộc lĩnh vực thiếu người"),
    Column(POSTS, "Trình độ tối thiểu", "education", _EDUCATION, False, "Trống: Đại học"),
    Column(POSTS, "Lý luận chính trị", "theory", _THEORY, False, "Trống: theo quy định chung"),
    Column(POSTS, "Đảng viên", "party", MARK, False, "x nếu phải là đảng viên"),
    Column(POSTS, "Chuyên ngành phù hợp", "fields", LIST, False, "Một trong các ngành là đủ"),
    Column(POSTS, "Trình độ CNTT", "it", choice("CNTT", ItLevel), False, "Mức tối thiểu"),
    Column(CADRES, "Mã cán bộ", "code", TEXT, True, "Mã riêng của từng người", ("mã cc", "mã")),
    Column(CADRES, "Họ và tên", "name", TEXT, True, "Họ, tên đệm, tên", ("họ tên",)),
    Column(
        CADRES, "Số định danh", "id_number", ID_NUMBER, False, "Không bắt buộc", ("cccd",), True
    ),
    Column(CADRES, "Ngày sinh", "born", DATE, True, "Ngày/tháng/năm"),
    Column(CADRES, "Giới tính", "sex", choice("giới tính", Sex), True, "Nam hoặc Nữ"),
    Column(
        CADRES, "Đối tượng", "kind", choice("đối tượng", PersonKind), True, "Cán bộ, công chức …"
    ),
    Column(
        CADRES, "Tình trạng", "status", choice("tình trạng", Status), True, "Tình trạng hiện nay"
    ),
    Column(
        CADRES, "Tình trạng đến ngày", "status_until", DATE, False, "Trống: chưa rõ ngày kết thúc"
    ),
    Column(CADRES, "Trình độ chuyên môn", "education", _EDUCATION, True, "Bằng cấp cao nhất"),
    Column(CADRES, "Chuyên ngành", "fields", LIST, False, "Các ngành được đào tạo"),
    Column(CADRES, "Lý luận chính trị", "theory", _THEORY, True, "Trình độ lý luận chính trị"),
    Column(CADRES, "Ngạch", "rank", choice("ngạch", Rank), True, "Ngạch công chức"),
    Column(CADRES, "Trình độ CNTT", "it", choice("CNTT", ItLevel), False, "Trống: chưa rõ"),
    Column(
        CADRES,
        "Đảng viên",
        "party",
        MARK,
        False,
        "x nếu là đảng viên",
        ("vào đảng",),
        sensitive=True,
    ),
    Column(
        CADRES,
        "Loại nơi công tác",
        "place_kind",
        choice("nơi", PlaceKind),
        True,
        "Nơi công tác nay",
    ),
    Column(CADRES, "Nơi công tác", "place", TEXT, True, "Mã hoặc tên đơn vị, quận, huyện cũ"),
    Column(CADRES, "Chức vụ hiện nay", "title", TEXT, False, "Tên chức vụ, ghi để đọc"),
    Column(CADRES, "Cấp chức vụ", "grade", choice("cấp", Grade), True, "Cấp của chức vụ hiện nay"),
    Column(CADRES, "Lĩnh vực đang làm", "work", TEXT, False, "Một chuyên ngành; trống: chưa rõ"),
    Column(CADRES, "Số tháng còn công tác", "months_left", COUNT, True, "Đến tuổi nghỉ hưu"),
    Column(CADRES, "Chức danh đang giữ", "post", TEXT, False, "Mã chức danh (khi đã ở đơn vị mới)"),
    Column(CADRES, "Chức danh kiêm nhiệm", "concurrent", LIST, False, "Mã các chức danh kiêm"),
    Column(CADRES, "Nơi ở", "home", TEXT, False, "Mã hoặc tên xã, phường nơi ở; trống: chưa rõ"),
    Column(CADRES, "Xếp loại năm trước", "rating_1", choice("xếp loại", Rating), False, "Mới nhất"),
    Column(CADRES, "Xếp loại 2 năm trước", "rating_2", choice("xếp loại", Rating), False, ""),
    Column(CADRES, "Xếp loại 3 năm trước", "rating_3", choice("xếp loại", Rating), False, ""),
    Column(
        CADRES,
        "Dân tộc thiểu số",
        "minority",
        MARK,
        False,
        "x nếu là người dân tộc thiểu số",
        sensitive=True,
    ),
    Column(CADRES, "Miễn trình độ", "waiver", MARK, False, "x nếu được bố trí theo năng lực"),
    Column(
        CADRES,
        "Quản lý nhà nước",
        "state_management",
        choice("quản lý nhà nước", StateManagement),
        False,
        "Ngạch của chứng chỉ; trống: chưa rõ",
    ),
    Column(
        CADRES,
        "Cấp ủy viên",
        "committee",
        MARK,
        False,
        "x nếu đang là cấp ủy viên",
        ("bch đảng bộ",),
        sensitive=True,
    ),
    Column(CADRES, "Quy hoạch", "planned", choice("cấp", Grade), False, "Cấp được quy hoạch"),
    Column(CADRES, "Số tháng giữ chức vụ", "tenure", COUNT, False, "Ở chức vụ nay; trống: chưa rõ"),
    Column(CADRES, "Số năm đứng đầu", "head_years", COUNT, False, "Liên tục đứng đầu nơi này"),
    Column(
        CADRES,
        "Kỷ luật",
        "discipline",
        choice("kỷ luật", Discipline),
        False,
        "Hình thức gần nhất",
        sensitive=True,
    ),
    Column(CADRES, "Ngày kỷ luật", "discipline_day", DATE, False, "Ngày quyết định", (), True),
    Column(CADRES, "Đại biểu HĐND", "deputy_of", TEXT, False, "Mã hoặc tên xã là đại biểu"),
    Column(CADRES, "Kinh nghiệm HĐND", "council_experience", MARK, False, "x nếu đã làm HĐND"),
    Column(CADRES, "Quê quán", "origin", TEXT, False, "Mã, tên xã nay, hoặc nơi khác ghi bằng chữ"),
    Column(
        CADRES, "Ngày vào vị trí", "in_post_since", DATE, False, "Ngày nhận vị trí việc làm nay"
    ),
    Column(
        CADRES,
        "Đối tượng chính sách",
        "policy",
        MARK,
        False,
        "x nếu thuộc diện ưu tiên",
        sensitive=True,
    ),
    Column(CADRES, "Số năm công tác phù hợp", "matching_years", COUNT, False, "Để xét tiếp nhận"),
    Column(PREFERENCES, "Mã cán bộ", "cadre", TEXT, True, "Có trong trang Cán bộ"),
    Column(PREFERENCES, "Nguyện vọng 1", "first", TEXT, False, "Mã hoặc tên đơn vị"),
    Column(PREFERENCES, "Nguyện vọng 2", "second", TEXT, False, "Mã hoặc tên đơn vị"),
    Column(PREFERENCES, "Nguyện vọng 3", "third", TEXT, False, "Mã hoặc tên đơn vị"),
    Column(PREFERENCES, "Lý do", "reason", TEXT, False, "Ghi để đọc", sensitive=True),
    Column(KIN, "Mã cán bộ", "first", TEXT, True, "Có trong trang Cán bộ"),
    Column(KIN, "Mã người thân", "second", TEXT, True, "Có trong trang Cán bộ"),
    Column(KIN, "Quan hệ", "relation", TEXT, False, "Vợ chồng, cha con, anh em …", sensitive=True),
    Column(CONCURRENCY, "Chức danh", "title", TEXT, True, "Mã hoặc tên chức danh đi kiêm"),
    Column(
        CONCURRENCY,
        "Mức",
        "force",
        closed("mức", {"Phải kiêm": "must", "Được kiêm": "may", "Không được kiêm": "never"}),
        True,
        "Phải kiêm, Được kiêm hoặc Không được kiêm",
    ),
    Column(CONCURRENCY, "Cùng với", "hosts", LIST, True, "Mã hoặc tên các chức danh chính"),
    Column(DEMANDS, "Mã cán bộ", "cadre", TEXT, True, "Có trong trang Cán bộ"),
    Column(
        DEMANDS,
        "Yêu cầu",
        "pin",
        closed("yêu cầu", {"Giữ cố định": True, "Không bố trí": False}),
        True,
        "Giữ cố định hoặc Không bố trí",
    ),
    Column(
        DEMANDS, "Đơn vị hoặc mã chức danh", "target", TEXT, True, "Mã, tên đơn vị; mã chức danh"
    ),
    Column(DEMANDS, "Ghi chú", "note", TEXT, False, "Ai yêu cầu, vì sao"),
    Column(SCORES, "Mã cán bộ", "cadre", TEXT, True, "Có trong trang Cán bộ"),
    Column(SCORES, "Mã chức danh", "post", TEXT, True, "Ví dụ 00004/VP-TP"),
    Column(SCORES, "Điểm", "score", COUNT, True, "Số nguyên; nhiều hơn là phù hợp hơn"),
    Column(TASKS, "Đơn vị", "commune", TEXT, True, "Mã hoặc tên đơn vị"),
    Column(TASKS, "Nhiệm vụ", "task", TEXT, True, "Mã hoặc tên trong danh mục, hoặc việc mới"),
    Column(TASKS, "Người chịu trách nhiệm", "owner", TEXT, False, "Mã cán bộ; trống: theo vị trí"),
    Column(TASKS, "Người thay", "deputy", TEXT, False, "Mã cán bộ; trống: theo vị trí"),
    Column(TASKS, "Lĩnh vực", "field", TEXT, False, "Cho việc mới"),
    Column(TASKS, "Chức danh phụ trách", "owners", LIST, False, "Cho việc mới: mã chức danh"),
    Column(TASKS, "Chức danh thay", "deputies", LIST, False, "Cho việc mới: mã chức danh"),
    Column(TASKS, "Một cửa", "one_stop", MARK, False, "x nếu là lĩnh vực thủ tục một cửa"),
    Column(TASKS, "Ký theo ủy quyền", "legal", MARK, False, "x nếu phải học luật"),
    Column(TASKS, "Phần việc", "load", COUNT, False, "Khối lượng; trống: 1"),
)


QUOTA_FIELDS = {
    Block.PARTY: "quota_party",
    Block.GOVERNMENT: "quota_government",
    Block.FRONT: "quota_front",
}
"""Block → the field of its quota on the sheet of units."""


def columns_of(sheet: str) -> tuple[Column, ...]:
    return tuple(column for column in COLUMNS if column.sheet == sheet)
