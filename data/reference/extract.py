"""Extracts the reference tables of this folder from their public sources.

Run by a maintainer, never at run time, in an environment of its own that holds the MIT-licensed
package `vietnamadminunits` (its converter gives units, merge arcs and points):

    python data/reference/extract.py FACTS

FACTS is a folder with the published area, population, neighbour and name tables
(`vn_units.csv`, `vn_merge_map.csv`, `vn_adjacency.csv`, `names/*.csv`). The
published arcs are written; the package's own arcs must agree with at least 99 in 100 of them
(names that differ only by accent are told apart by code there and by name here).
"""

import csv
import json
import sqlite3
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

HERE = Path(__file__).parent
SOURCE = "vietnamadminunits (MIT)"
UNIT_SOURCE = f"{SOURCE}; dân số, diện tích: sapnhap.bando.com.vn (7/2025, 3/2026)"


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as handle:
        # Some lists type Đ as the Icelandic letter that looks like it.
        return list(csv.DictReader(line.replace("Ð", "Đ").replace("ð", "đ") for line in handle))


def write(name: str, header: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    target = HERE / name
    target.parent.mkdir(exist_ok=True)
    with target.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.writer(handle, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def package_folder() -> Path:
    import vietnamadminunits

    return Path(vietnamadminunits.__file__).parent / "data"


def arcs_of_package(folder: Path) -> tuple[set[tuple[str, str]], dict[str, tuple[float, float]]]:
    """Arcs (old code, new code) and the point of every old unit.

    An island district without communes of its own has no old code and gives no arc.
    """
    base = sqlite3.connect(folder / "dataset.db")
    old, points = {}, {}
    for row in base.execute(
        "select provinceKey, districtKey, wardKey, wardCode, wardLat, wardLon "
        "from admin_units_legacy where wardCode is not null"
    ):
        old["_".join(row[:3])] = row[3]
        points[row[3]] = (row[4], row[5])
    new = {
        (province, ward): code
        for province, ward, code in base.execute(
            "select provinceKey, wardKey, wardCode from admin_units"
        )
    }
    converter = json.loads((folder / "converter_2025.json").read_text(encoding="utf-8"))
    arcs: set[tuple[str, str]] = set()
    for province, wards in converter["DICT_PROVINCE_WARD_NO_DIVIDED"].items():
        for ward, parts in wards.items():
            arcs |= {(old[part], new[province, ward]) for part in parts if part in old}
    for province, olds in converter["DICT_PROVINCE_WARD_DIVIDED"].items():
        for part, targets in olds.items():
            if part in old:
                arcs |= {(old[part], new[province, target["newWardKey"]]) for target in targets}
    return arcs, points


WHOLE = frozenset(["01", "04", "11", "12", "14", "20", "22", "38", "40", "42", "46"])
"""Provinces that were not merged on 1/7/2025, and those made of three (NQ 202/2025/QH15)."""
OF_THREE = frozenset(["25", "37", "68", "79", "86", "92"])
MOUNTAIN = frozenset(["04", "08", "11", "12", "14", "15", "20"])


def main(facts: Path) -> None:
    arcs, points = arcs_of_package(package_folder())
    units, merge = rows_of(facts / "vn_units.csv"), rows_of(facts / "vn_merge_map.csv")
    published = {(row["old_code"], row["new_code"]) for row in merge}
    if len(arcs ^ published) > len(published) // 100:
        raise SystemExit(f"{len(arcs ^ published)} merge arcs differ from the published table")
    print(f"arcs: {len(published)}, differing from the package: {len(arcs ^ published)}")
    _write_provinces(facts)
    _write_units(units)
    _write_merge(merge, points)
    write(
        "neighbours.csv",
        ("code_a", "code_b", "source"),
        (
            (row["code_a"], row["code_b"], "sapnhap.bando.com.vn (7/2025)")
            for row in rows_of(facts / "vn_adjacency.csv")
        ),
    )
    _write_names(facts / "names")


def _write_provinces(facts: Path) -> None:
    write(
        "provinces.csv",
        ("code", "name", "units", "merged_from", "mountain", "source"),
        (
            (
                row["province_code"],
                row["province"],
                row["units"],
                1
                if row["province_code"] in WHOLE
                else 3
                if row["province_code"] in OF_THREE
                else 2,
                int(row["province_code"] in MOUNTAIN),
                f"{SOURCE}; số tỉnh hợp nhất: NQ 202/2025/QH15",
            )
            for row in rows_of(facts / "vn_provinces.csv")
        ),
    )


def _write_units(units: list[dict[str, str]]) -> None:
    write(
        "units.csv",
        ("province", "code", "type", "name", "area_km2", "population", "lat", "lon", "source"),
        (
            (
                row["province_code"],
                row["code"],
                row["type"],
                row["name"],
                row["area_km2"],
                row["population"],
                row["centroid_lat"],
                row["centroid_lon"],
                UNIT_SOURCE,
            )
            for row in units
        ),
    )


def _write_merge(merge: list[dict[str, str]], points: dict[str, tuple[float, float]]) -> None:
    write(
        "merge.csv",
        [
            "province",
            "district_code",
            "district",
            "old_code",
            "old_type",
            "old_name",
            "lat",
            "lon",
            "new_code",
            "part",
            "main",
            "source",
        ],
        (
            (
                row["new_province_code"],
                row["old_district_code"],
                row["old_district"],
                row["old_code"],
                row["old_type"],
                row["old_name"],
                *points.get(row["old_code"], ("", "")),
                row["new_code"],
                row["partial"],
                int(row["main_successor_heuristic"] == "yes"),
                SOURCE,
            )
            for row in merge
        ),
    )


def _write_names(names: Path) -> None:
    northern = {"Hoàng/Huỳnh": "Hoàng", "Vũ/Võ": "Vũ"}
    write(
        "names/surnames.csv",
        ("surname", "count", "source"),
        (
            (northern.get(r["surname"], r["surname"]), r["sample_count_uit2016"], r["source"])
            for r in rows_of(names / "vn_surnames.csv")
        ),
    )
    write(
        "names/middle.csv",
        ("middle", "count", "source"),
        (
            (r["middle_name"], r["sample_count_uit2016"], r["source"])
            for r in rows_of(names / "vn_middle_names.csv")
        ),
    )
    write(
        "names/given.csv",
        ("given", "male", "female", "source"),
        (
            (r["given_name"], r["male_list_count"], r["female_list_count"], r["source"])
            for r in rows_of(names / "vn_given_names.csv")
        ),
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
