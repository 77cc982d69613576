"""Where people are today: the commune that their present place went into."""

from planner.case.case import Case


def home_commune(case: Case, cadre: int) -> int:
    """The own commune of a cadre to show them at: home if it is one, else the main successor."""
    who, own = case.cadres[cadre], case.own[cadre]
    if who.home in case.commune_at and case.commune_at[who.home] in own:
        return case.commune_at[who.home]
    old = case.old_units.get(who.place)
    heirs = (
        [case.commune_at[code] for code in old.successors if code in case.commune_at] if old else []
    )
    return heirs[0] if heirs else min(own)
