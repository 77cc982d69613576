"""The sheet of tasks: rows to orders and to tasks that the reference does not know, and back."""

from collections.abc import Callable

from data.reference import tasks
from data.roster_book.rows.asked_rows import TaskRow
from data.roster_book.rows.row import named, row_of
from data.roster_book.sheets.reading import Reading
from data.roster_book.sheets.references import References, finder, person_named, unit_named
from planner.roster import Task, TaskOrder
from planner.text.vietnamese import fold


def read_tasks(
    reading: Reading, known: References
) -> tuple[tuple[TaskOrder, ...], tuple[Task, ...]]:
    find = finder(tasks(), lambda task: task.code, lambda task: (task.name,))
    own: dict[str, Task] = {}
    orders: dict[tuple[str, str], TaskOrder] = {}
    for row in reading.rows(TaskRow):
        unit = unit_named(reading, known, row, "commune")
        for field in ("owner", "deputy"):
            person_named(reading, known, row, field)
        if row.owner and row.owner == row.deputy:
            reading.fault(row, "deputy", "phải là một người khác")
        task = _task(reading, row, find, own)
        if task is None:
            continue
        if unit and (unit, task.code) in orders:
            reading.fault(row, "task", "đơn vị này đã có việc này ở dòng trên")
        elif unit and reading.sound(row):
            more = {"commune": unit, "task": task.code}
            orders[unit, task.code] = TaskOrder(**{**named(row, TaskOrder), **more})
            reading.keep(row, unit, task.name if task in own.values() else task.code)
    return tuple(orders.values()), tuple(own.values())


def _task(
    reading: Reading, row: TaskRow, find: Callable[[str], Task | None], own: dict[str, Task]
) -> Task | None:
    """The task of a row: one of the reference, else one of its own, which is added to `own`."""
    task = find(row.task) or own.get(fold(row.task))
    if task is None and not row.owners and not row.owner:
        expected = "không có trong danh mục; việc mới thì điền chức danh hoặc người phụ trách"
        reading.fault(row, "task", expected)
        return None
    if task is None:
        more = {"code": f"V-{len(own) + 1}", "name": row.task, "load": row.load or 1}
        task = own[fold(row.task)] = Task(**{**named(row, Task), **more})
    return task


def task_row(order: TaskOrder, own: dict[str, Task]) -> TaskRow:
    """`own`: the tasks that the reference does not know, by code."""
    task = own.get(order.task)
    return row_of(TaskRow, task, order, task=task.name) if task else row_of(TaskRow, order)
