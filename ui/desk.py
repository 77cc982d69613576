"""A desk: what one visitor works on, kept on the server so that a reload loses nothing."""

import json
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from uuid import uuid4

import streamlit as st

from data.case import make_case
from data.faults import BadWorkbook
from data.plan_reader import read_plan
from data.profiles import profile_of
from data.workbook import read_workbook
from data.workbook_writer import write_workbook
from planner.case import Case
from planner.check import check
from planner.roster import Roster
from planner.scenario import Scenario
from planner.summary import Figures, UnitFigures, figures, unit_figures
from solver.progress import Draft, Limits, Outcome
from solver.session import GRACE, Session
from ui.workflow import Drafted, claim_of, finished, write

KEY = "ho_so"


EDITS_FILE = "sua_tren_man_hinh.toml"


@dataclass(frozen=True)
class Edit:
    """A change of one norm made on screen: force, price, figures by name, and its source."""

    norm: str
    scope: tuple[tuple[str, str], ...]
    force: str
    price: int
    values: tuple[tuple[str, str], ...]
    source: str

    def as_toml(self) -> str:
        values, scope = _inline(self.values), _inline(self.scope)
        lines = [
            "[[change]]",
            f"id = {json.dumps(self.norm)}",
            f"scope = {{ {scope} }}",
            f"force = {json.dumps(self.force)}",
            f"price = {self.price}",
            f"source = {json.dumps(self.source, ensure_ascii=False)}",
        ]
        return "\n".join([*lines, *([f"values = {{ {values} }}"] if values else [])]) + "\n"


def _inline(pairs: tuple[tuple[str, str], ...]) -> str:
    return ", ".join(f"{name} = {json.dumps(v, ensure_ascii=False)}" for name, v in pairs)


@dataclass
class Desk:
    """`roster` with its `source` name or the `bad` workbook; a `session` while drafting."""

    source: str = ""
    invented: bool = False
    """Whether the roster is our own sample."""
    roster: Roster | None = None
    bad: BadWorkbook | None = None
    case: Case | None = None
    session: Session | None = None
    drafted: Drafted | None = None
    problem: str = ""
    edits: dict[str, Edit] = field(default_factory=dict)
    """Slot of a norm → what was changed on the page of rules."""
    given: dict[str, str] = field(default_factory=dict)
    """Norm files of the department that were uploaded or came with a plan, name → text."""
    page: str = ""
    unit: str = ""
    _files: dict[str, bytes] = field(default_factory=dict)
    _units: tuple[UnitFigures, ...] = ()
    _counted: tuple[int | None, Figures] | None = None

    def open(self, name: str, content: bytes) -> None:
        """Reads an uploaded workbook; faults replace nothing that was open before."""
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / (Path(name).name or "tep.xlsx")
            path.write_bytes(content)
            read = read_workbook(path)
        if isinstance(read, BadWorkbook):
            self.bad, self.source = read, name
            return
        self.use(name, read)

    def use(self, name: str, roster: Roster, invented: bool = False) -> None:
        self.close()
        self.source, self.roster, self.bad, self.invented = name, roster, None, invented
        self.assume(date.today(), "")

    def open_plan(self, path: Path) -> None:
        """Takes a plan made on the open roster, if the check finds it lawful."""
        file = read_plan(path)
        if isinstance(file, BadWorkbook) or self.roster is None:
            self.problem = f"Không đọc được phương án {path.name}"
            return
        scenario = file.stated.scenario or Scenario("PA1", date.today())
        self.given = dict(file.stated.overlay or {})
        self.case = make_case(self.roster, scenario, self.given)
        report = check(self.case, file.plan, claim_of(file))
        if not report.lawful:
            self.problem = f"Phương án {path.name} có {len(report.breaches)} vi phạm quy định"
            return
        cost, bound = report.cost, file.stated.bound
        outcome = Outcome.BEST if cost == bound else Outcome.GOOD
        self.drafted = Drafted(self.case, Draft(outcome, 0.0, file.plan, cost, bound), report)

    def close(self) -> None:
        """Back to the first screen; a running draft ends."""
        if self.session is not None:
            self.session.stop()
            self.session.wait()
        self.source, self.roster, self.bad, self.case = "", None, None, None
        self.edits, self.given = {}, {}
        self.forget()

    def forget(self) -> None:
        """Drops the plan, not the roster."""
        self.session, self.drafted, self.problem = None, None, ""
        self._files, self._units, self._counted = {}, (), None

    @property
    def overlay(self) -> dict[str, str]:
        """The department's own norm files, those made on screen among them."""
        made = "\n".join(edit.as_toml() for edit in self.edits.values())
        return {**self.given, **({EDITS_FILE: made} if made else {})}

    def assume(self, as_of: date, quota: str) -> bool:
        """The case under other assumptions; False, and nothing changed, when they cannot hold:
        `problem` then says why."""
        assert self.roster is not None
        try:
            schemes = {s.name for s in profile_of(self.roster.province, as_of).schemes}
            scenario = Scenario("PA1", as_of, quota if quota in schemes else "")
            self.case = make_case(self.roster, scenario, self.overlay)
        except (ValueError, KeyError) as error:
            self.problem = str(error)
            return False
        self.problem = ""
        return True

    def change_law(self, edits: dict[str, Edit], given: dict[str, str]) -> bool:
        """Takes other norms, or keeps those there are when the new ones cannot be used. A plan made
        under the old ones is dropped."""
        assert self.case is not None
        before = self.edits, self.given
        self.edits, self.given = edits, given
        if not self.assume(self.case.scenario.as_of, self.case.scenario.quota):
            self.edits, self.given = before
            return False
        problem = self.problem
        self.forget()
        self.problem = problem
        return True

    def start(self, seconds: float) -> None:
        assert self.case is not None
        self.forget()
        self.session = Session(self.case, Limits(seconds))

    def collect(self) -> bool:
        """Takes the result once the worker is done; whether there was something to take."""
        session, case = self.session, self.case
        if session is None or case is None:
            return False
        if session.running and session.elapsed < session.limits.seconds + GRACE:
            return False
        if session.running:
            session.stop()
        self.drafted = finished(session)
        self.session = None
        return True

    @property
    def in_vain(self) -> bool:
        """Whether the search has ended without any plan, so that it is now asked why."""
        draft = self.session.draft if self.session else None
        return draft is not None and draft.plan is None

    @property
    def so_far(self) -> Figures | None:
        """Figures of the best plan a running draft has told of; counted once for each plan."""
        best = self.session.best if self.session else None
        if best is None or best.plan is None or self.case is None:
            return None
        if self._counted is None or self._counted[0] != best.cost:
            self._counted = best.cost, figures(self.case, best.plan)
        return self._counted[1]

    @property
    def figures(self) -> Figures | None:
        drafted = self.drafted
        if drafted is None or drafted.report is None:
            return None
        return figures(drafted.case, drafted.plan)

    @property
    def units(self) -> tuple[UnitFigures, ...]:
        drafted = self.drafted
        if not self._units and drafted is not None and drafted.report is not None:
            self._units = unit_figures(drafted.case, drafted.plan)
        return self._units

    def file(self, kind: str) -> bytes:
        """The plan or the roster as a workbook, made once."""
        if kind not in self._files:
            with tempfile.TemporaryDirectory() as folder:
                path = Path(folder) / "tep.xlsx"
                self._maker(kind)(path)
                self._files[kind] = path.read_bytes()
        return self._files[kind]

    def _maker(self, kind: str) -> Callable[[Path], None]:
        drafted, roster = self.drafted, self.roster
        if kind == "plan":
            assert drafted is not None
            return lambda path: write(drafted, path)
        assert roster is not None
        return lambda path: write_workbook(roster, path)


@st.cache_resource
def _desks() -> dict[str, Desk]:
    return {}


def current() -> Desk:
    """The visitor's desk: named in the address, so that reloading the page finds it again."""
    name = st.query_params.get(KEY) or st.session_state.get(KEY) or uuid4().hex[:12]
    st.session_state[KEY] = name
    if st.query_params.get(KEY) != name:
        st.query_params[KEY] = name
    return _desks().setdefault(name, Desk())
