"""Why no plan can be drafted, asked in the background: clashes and the ways out of them."""

import threading

from planner.case import Case
from solver.proof.diagnosis import Diagnosis, diagnose


class WhyNot:
    """One diagnosis; `found` is None until it is there."""

    def __init__(self, case: Case, seconds: float = 600.0) -> None:
        self.case, self.stage = case, "clashes"
        self.found: Diagnosis | None = None
        self.error: BaseException | None = None
        self._seconds = seconds
        self._thread = threading.Thread(target=self._ask, daemon=True)
        self._thread.start()

    @property
    def running(self) -> bool:
        return self._thread.is_alive()

    def _ask(self) -> None:
        try:
            self.found = diagnose(self.case, self._seconds, self._tell)
        except Exception as error:
            self.error = error

    def _tell(self, stage: str) -> None:
        self.stage = stage
