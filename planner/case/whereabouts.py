"""Where people are today: the communes that hold their present place, and how far each is."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from planner.case.organisation import Organisation
from planner.roster import Cadre
from planner.roster.distance import kilometres
from planner.roster.levels import PlaceKind


@dataclass(frozen=True, eq=False)
class Whereabouts:
    """Cadres and communes by position in the case."""

    organisation: Organisation
    cadres: tuple[Cadre, ...]

    def own_communes(self, cadre: Cadre) -> frozenset[int]:
        """Communes that today hold the place where the cadre works; staying there is no move."""
        there = self.organisation
        codes: tuple[str, ...] = ()
        if cadre.place_kind is PlaceKind.COMMUNE:
            codes = (cadre.place,)
        elif cadre.place_kind is PlaceKind.OLD_UNIT and cadre.place in there.old_units:
            codes = there.old_units[cadre.place].successors
        elif cadre.place_kind is PlaceKind.OLD_DISTRICT:
            units = there.districts.get(cadre.place, ())
            codes = tuple(code for unit in units for code in unit.successors)
        return frozenset(there.commune_at[code] for code in codes if code in there.commune_at)

    @cached_property
    def own(self) -> tuple[frozenset[int], ...]:
        """`own_communes` of every cadre, by position."""
        return tuple(self.own_communes(cadre) for cadre in self.cadres)

    def away(self, cadre: int, commune: int) -> bool:
        """Whether a commune is none of those that hold the cadre's present place today; False for
        who has no such commune."""
        own = self.own[cadre]
        return bool(own) and commune not in own

    def home(self, cadre: int) -> int:
        """The own commune to show a cadre at: home if it is one, else the main successor. Asked of
        those only who have an own commune."""
        who, own, at = self.cadres[cadre], self.own[cadre], self.organisation.commune_at
        if who.home in at and at[who.home] in own:
            return at[who.home]
        old = self.organisation.old_units.get(who.place)
        heirs = [at[code] for code in old.successors if code in at] if old else []
        return heirs[0] if heirs else min(own)

    @cached_property
    def distances(self) -> NDArray[np.int32]:
        """Kilometres from where each cadre lives (else works) to each commune; shape (communes,
        cadres); 0 within an own commune."""
        units = self.organisation.communes
        latitude = np.array([unit.lat for unit in units])
        longitude = np.array([unit.lon for unit in units])
        points = np.array([self._point(cadre) for cadre in self.cadres]).reshape(-1, 2)
        table = kilometres(points[:, 0], points[:, 1], latitude[:, None], longitude[:, None])
        for cadre, communes in enumerate(self.own):
            table[list(communes), cadre] = 0
        return table

    def _point(self, cadre: Cadre) -> tuple[float, float]:
        """Latitude and longitude of the home, else of the workplace, else of the middle."""
        there = self.organisation
        if cadre.home in there.commune_at:
            unit = there.communes[there.commune_at[cadre.home]]
            return unit.lat, unit.lon
        if cadre.place_kind is PlaceKind.OLD_UNIT and cadre.place in there.old_units:
            old = there.old_units[cadre.place]
            return old.lat, old.lon
        own = sorted(self.own_communes(cadre))
        where = [there.communes[place] for place in own] or there.communes
        return (
            sum(unit.lat for unit in where) / len(where),
            sum(unit.lon for unit in where) / len(where),
        )
