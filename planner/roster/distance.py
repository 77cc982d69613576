"""Distance on the ground between points, as the crow flies."""

import numpy as np
from numpy.typing import NDArray

EARTH_RADIUS_KM = 6371.0


def kilometres(
    latitude: NDArray[np.float64],
    longitude: NDArray[np.float64],
    to_latitude: NDArray[np.float64],
    to_longitude: NDArray[np.float64],
) -> NDArray[np.int32]:
    """Whole kilometres (rounded) between points in degrees; shapes broadcast; haversine formula."""
    north, to_north = np.radians(latitude), np.radians(to_latitude)
    east = np.radians(to_longitude - longitude)
    half = (
        np.sin((to_north - north) / 2) ** 2
        + np.cos(north) * np.cos(to_north) * np.sin(east / 2) ** 2
    )
    whole: NDArray[np.int32] = np.rint(2 * EARTH_RADIUS_KM * np.arcsin(np.sqrt(half))).astype(
        np.int32
    )
    return whole
