"""`sapxep what-if`: other assumptions tried on a plan just drafted."""

from pathlib import Path
from typing import Annotated

import typer

from ui.commands.console import (
    AsOf,
    Assumed,
    Input,
    Json,
    Lang,
    Norms,
    Seconds,
    complain,
    echo_all,
    print_json,
)
from ui.commands.files_in import case_from, roster_in, scenario_in

Tried = Annotated[list[Path], typer.Argument(metavar="S.toml …", help="Giả định thử lần lượt.")]
Folder = Annotated[Path | None, typer.Option("-o", "--out", help="Thư mục ghi phương án.")]
LeastChange = Annotated[
    bool, typer.Option(" /--free", help="Không cần giữ theo phương án ban đầu.")
]


def what_if(
    path: Input,
    scenarios: Tried,
    scenario: Assumed = None,
    out: Folder = None,
    least_change: LeastChange = True,
    as_of: AsOf = None,
    norms: Norms = None,
    seconds: Seconds = 600,
    as_json: Json = False,
    lang: Lang = "vi",
) -> None:
    """Thử giả định khác trên phương án vừa lập: trả lời ngay, kiểm tra, rồi tìm phương án tốt nhất;
    ai phải chuyển vì sao."""
    from ui.commands.leader.answer_lines import Answers, Questions, answer_lines
    from ui.commands.officer.in_lines.draft_lines import drafted_lines, exit_code, teller

    case = case_from(roster_in(path, as_json, lang), scenario_in(scenario, as_of), norms)
    if out is not None:
        out.mkdir(parents=True, exist_ok=True)
    questions = Questions(case, seconds, teller(lang))
    try:
        if not questions.ready:
            echo_all(drafted_lines(questions.first, lang))
            raise typer.Exit(exit_code(questions.first))
        answers = []
        for file in scenarios:
            complain(f"{file.stem}:")
            asked = questions.asked(scenario_in(file, as_of), least_change)
            other = case_from(case.roster, asked, norms)
            answer = questions.answer(file.stem, other, lambda line: complain(f"  {line}"), lang)
            answers.append(answer)
            if not as_json:
                echo_all(answer_lines(answer, lang))
            if out is not None:
                answer.write(out)
    finally:
        questions.close()
    if as_json:
        print_json(Answers(tuple(answers)).as_json())
