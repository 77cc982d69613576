"""The words of the command line, Vietnamese first, English on request."""

from datetime import datetime

from ui.words.english import in_language

WORDS = {
    "placed": ("Bố trí", "Placed"),
    "vacant": ("Khuyết", "Vacant seats"),
    "vacant_key": ("Khuyết chủ chốt", "Vacant key seats"),
    "surplus": ("Dôi dư", "People without a post"),
    "moved": ("Số người chuyển", "People moved"),
    "concurrent_holders": ("Số người kiêm nhiệm", "People with several titles"),
    "gap": ("Còn có thể tốt hơn tối đa", "Can be better by at most"),
    "gap_moves": (
        "Tức là khoảng bằng số lần chuyển một chuyên viên sang đơn vị khác",
        "That is about so many moves of one specialist",
    ),
    "gap_avoidable": (
        "Không tính phần điểm dôi dư không tránh được",
        "Without the cost of surplus that no plan avoids",
    ),
    "seconds": ("Thời gian (giây)", "Seconds"),
    "cost": ("Điểm", "Cost"),
    "bound": ("Không thể thấp hơn", "Bound"),
    "proven": ("Chứng thư chứng minh không thể thấp hơn", "Proven by the certificate"),
    "searched": (
        "Mức {bound} ghi trong phương án là lời của bộ giải sau khi xét hết; chứng thư không bao.",
        "The bound {bound} in the plan is the solver's word; the certificate does not cover it.",
    ),
    "outcome": ("Kết quả", "Outcome"),
    "best": ("Tốt nhất có thể, đã chứng minh", "Best possible, proven"),
    "good": ("Đúng quy định", "Lawful"),
    "impossible": ("Chưa thể lập phương án", "Impossible as asked"),
    "no_answer_yet": ("Chưa có kết quả, cần thêm thời gian", "No answer yet, needs more time"),
    "lawful": ("Đúng quy định, không có vi phạm", "Lawful, no breach"),
    "unbound": (
        "; {n} chức danh không gắn với quy định nào",
        "; {n} titles that no rule knows",
    ),
    "unbound_titles": (
        "Chức danh không gắn với quy định nào",
        "Titles that no rule knows",
    ),
    "breaches": ("Vi phạm quy định", "Breaches"),
    "faults": ("Bảng tính có {n} lỗi:", "The workbook has {n} faults:"),
    "no_faults": (
        "Bảng tính không có lỗi: {n} người, {m} đơn vị.",
        "No faults: {n} people, {m} units.",
    ),
    "other_input": (
        "Phương án lập trên danh sách khác với danh sách này.",
        "The plan was made on another roster than this one.",
    ),
    "own_norm": ("Theo căn cứ số của đơn vị", "By the department's own norm"),
    "unused_sheet": (
        'Trang "{name}" không được dùng đến.',
        'Sheet "{name}" is not used.',
    ),
    "left_out": ("Không ghi {title}: {why}", "Left out {title}: {why}"),
    "written": ("Đã ghi {path}", "Wrote {path}"),
    "present": ("Hiện trạng", "Present state"),
    "excess": ("Thừa so với biên chế", "Above quota"),
    "people": ("Số người", "People"),
    "units": ("Số đơn vị", "Units"),
    "stopped": ("Đã dừng; giữ phương án tốt nhất đến lúc này.", "Stopped; the best plan is kept."),
    "possible": ("Có thể lập phương án đúng quy định", "A lawful plan exists"),
    "no_way": ("chưa tìm được cách gỡ", "no way out found"),
    "more_clashes": ("Còn mâu thuẫn khác chưa xét.", "There are more clashes."),
    "together": (
        "Ít phải thay đổi nhất, đã thử là lập được phương án:",
        "The least to change, tried and found to allow a plan:",
    ),
    "together_unsure": (
        "Nên thay đổi trước (chưa chắc đã đủ để lập được phương án):",
        "To change first (not shown to be enough for a plan):",
    ),
    "options": (
        "Chỗ khác, người khác đúng quy định, rẻ nhất trước",
        "Other lawful ones, cheapest first",
    ),
    "price": ("Giá nếu làm vậy", "The price of doing so"),
    "no_option": ("không có cách nào đúng quy định", "no lawful way"),
    "price_exact": ("thêm đúng {points} điểm", "exactly {points} points more"),
    "price_between": (
        "thêm ít nhất {least}, nhiều nhất {most} điểm",
        "at least {least}, at most {most} points more",
    ),
    "price_least": ("thêm ít nhất {least} điểm", "at least {least} points more"),
    "no_swap": (
        "Không có nhóm 2–4 người nào đổi chỗ cho nhau mà tốt hơn, không ai thiệt.",
        "No circle of 2–4 people could change places with gain and nobody worse off.",
    ),
    "swap": (
        "Hoán đổi {n}: cả phương án tốt hơn {points} điểm",
        "Swap {n}: {points} points better",
    ),
    "unfinished": ("không xong trong thời gian cho", "not done within the clock"),
    "times": ("số lần thời gian của ta", "times our time"),
    "costs": ("số lần điểm của ta", "times our cost"),
    "exponent": ("Thời gian tăng theo số người với số mũ", "Time grows with people to the power"),
    "faulty": ("Dữ liệu có lỗi", "Faulty input"),
    "worker_gone": ("tiến trình dừng nhiều lần", "its worker went away again and again"),
    "checked": ("đã kiểm tra, đúng quy định", "checked, lawful"),
    "checking": ("phương án đầu tiên, đang kiểm tra", "first answer, being checked"),
    "withdrawn": ("rút lại: kiểm tra thấy vi phạm", "withdrawn: the check found a breach"),
    "no_first_answer": (
        "chưa có phương án đầu tiên, đang lập lại toàn bộ",
        "no first answer, drafting all of it again",
    ),
    "best_answer": ("phương án tốt nhất", "best answer"),
    "unchecked": ("chưa kiểm tra được", "not checked"),
    "batch_left": ("Còn {left} trong {all} phương án phải lập", "{left} of {all} plans to draft"),
    "batch_again": (
        "{name}: tiến trình dừng giữa chừng, làm lại phần chưa xong",
        "{name}: its worker went away, the rest is begun again",
    ),
    "no_jobs": ("không có bảng tính nào ở {path}", "no workbook at {path}"),
    "stopped_batch": (
        "Đã dừng; chạy lại lệnh này để làm tiếp phần còn lại.",
        "Stopped; run the same command again to go on.",
    ),
    "yes": ("có", "yes"),
    "no": ("KHÔNG", "NO"),
    "is_lawful": ("Đúng quy định", "Lawful"),
    "this_plan": ("So với phương án trước", "Against the plan before"),
    "moves_to": (
        "{name}: {n} người ở chỗ khác, {better} người được lợi, {worse} người thiệt",
        "{name}: {n} people sit elsewhere, {better} better off, {worse} worse off",
    ),
    "failed_killed": (
        "Bộ giải bị hệ thống dừng ({detail}), có thể vì thiếu bộ nhớ; không mất dữ liệu nào.",
        "The solver was killed ({detail}), perhaps for want of memory; nothing is lost.",
    ),
    "failed_memory": (
        "Bộ giải hết bộ nhớ ({detail}); không mất dữ liệu nào. Hãy đóng bớt ứng dụng rồi lập lại.",
        "The solver ran out of memory ({detail}); nothing is lost. Close other programs and retry.",
    ),
    "failed_crashed": (
        "Bộ giải dừng bất thường ({detail}); không mất dữ liệu nào.",
        "The solver ended unexpectedly ({detail}); nothing is lost.",
    ),
    "from": ("Từ", "From"),
    "form": ("Hình thức", "Form"),
    "passed": ("Điều kiện, tiêu chuẩn đạt", "Conditions and standards met"),
    "conditions": ("Phải hoàn thiện", "To be completed"),
    "met": ("Tiêu chí ưu tiên đáp ứng", "Preferences met"),
    "missed": ("Tiêu chí ưu tiên chưa đáp ứng", "Preferences not met"),
    "reasons": ("Lý do", "Reasons"),
    "refused": ("Không đủ điều kiện", "Not eligible"),
    "broken": ("Quy định khác bị vi phạm", "Other rules broken"),
    "displaced": ("Người đang giữ chỗ phải chuyển", "Holder who would have to leave"),
    "pair_lawful": ("Đúng quy định.", "Lawful."),
    "pair_unlawful": ("KHÔNG đúng quy định.", "NOT lawful."),
    "law_changes": (
        "Từ {first} đến {second}: {n} thay đổi",
        "From {first} to {second}: {n} changes",
    ),
    "required": ("Cần", "Required"),
    "short": ("Thiếu", "Short"),
    "vacant_seats": ("Khuyết", "Vacant"),
    "unknown": ("Chưa rõ", "Unknown"),
    "single": (
        "Chỉ một người làm được: {n} năng lực ở các đơn vị, {soon} người nghỉ hưu trong 24 tháng",
        "Held by one person alone: {n} skills over the units, {soon} retire within 24 months",
    ),
    "elsewhere": (
        "{name}: {n} người ở chỗ khác so với {first}",
        "{name}: {n} people sit elsewhere than in {first}",
    ),
    "whole": ("Hồ sơ nguyên vẹn.", "The project file is whole."),
    "points": ("điểm", "points"),
}

STAGES = {
    "start": ("khởi động", "starting"),
    "arrays": ("đọc điều kiện từng người", "reading conditions"),
    "pricing": ("tìm chỗ tốt hơn", "pricing"),
    "repair": ("lập phương án", "repair"),
    "plan": ("có phương án đúng quy định", "lawful plan"),
    "windows": ("làm cho tốt hơn", "improving"),
    "exact": ("chứng minh", "proving"),
    "bound": ("chứng minh mức thấp nhất", "proving a bound"),
    "clashes": ("tìm yêu cầu trái nhau", "looking for clashes"),
    "feasible": ("xét các quy định bắt buộc", "looking at all musts together"),
    "irreducible": ("rút gọn mâu thuẫn", "cutting the clash down"),
    "ways": ("thử các cách gỡ", "trying ways out"),
    "together": ("thử các cách gỡ cùng lúc", "trying the ways out together"),
}


ACTIONS = {
    "open": "Đưa danh sách vào",
    "upload": "Đưa bảng tính vào",
    "upload_done": "Xong bảng tính",
    "mend": "Sửa lỗi bảng tính",
    "assume": "Đặt giả định",
    "norm": "Đổi căn cứ số",
    "pin": "Giữ cố định",
    "ban": "Không bố trí",
    "release": "Bỏ yêu cầu",
    "weight": "Đổi mức độ ưu tiên",
    "quota": "Đổi biên chế",
    "person": "Sửa thông tin cán bộ",
    "person_added": "Thêm cán bộ",
    "person_left": "Cho thôi trong danh sách",
    "draft": "Lập phương án",
    "rescue": "Giữ phương án lập dở",
    "file": "Đưa phương án vào",
    "hand": "Đổi chỗ bằng tay",
    "copy": "Nhân bản phương án",
    "look_at": "Chuyển sang xem phương án",
    "way_out": "Áp dụng cách gỡ",
    "fit": "Bỏ điều không còn áp dụng được",
    "concurrency": "Đổi chính sách kiêm nhiệm",
    "announce": "Công bố",
    "withdraw": "Rút công bố",
    "export": "Xuất văn bản",
    "unmask": "Hiện thông tin nhạy cảm",
    "undo": "Hoàn tác",
}


def action_words(action: str, lang: str = "vi") -> str:
    """A kind of change in the log, in words."""
    return in_language(ACTIONS.get(action, action), lang)


def moment(at: str, lang: str = "vi") -> str:
    """A moment kept as UTC, on this machine's clock: "09:41 hôm nay" or "09:41, 20/11/2026"."""
    if not at:
        return "–"
    here = datetime.fromisoformat(at).astimezone()
    today = datetime.now().astimezone().date()
    day = in_language("hôm nay", lang) if here.date() == today else f"{here:%d/%m/%Y}"
    return f"{here:%H:%M} {day}"


def say(key: str, lang: str = "vi", **values: object) -> str:
    """The word for `key` in `lang` (vi or en)."""
    return WORDS[key][lang == "en"].format(**values)


def stage(code: str, lang: str = "vi") -> str:
    return STAGES.get(code, (code, code))[lang == "en"]
