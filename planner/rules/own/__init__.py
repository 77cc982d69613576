"""Rules of the department's own: pins, scores, the plan before."""
