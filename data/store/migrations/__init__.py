"""How a project file comes from one version of the tables to the next (Alembic)."""
