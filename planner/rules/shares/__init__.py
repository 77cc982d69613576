"""Rules on shares of women, young, minorities."""
