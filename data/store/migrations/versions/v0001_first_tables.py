"""The first tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

HASH = sa.String(64)
TIME = sa.String(32)


def upgrade() -> None:
    op.create_table(
        "content",
        sa.Column("hash", HASH, primary_key=True),
        sa.Column("body", sa.LargeBinary, nullable=False),
        sa.Column("seal", HASH, nullable=False),
    )
    op.create_table(
        "revision",
        sa.Column("id", HASH, primary_key=True),
        sa.Column("kind", sa.String(16), nullable=False, index=True),
        sa.Column("content", HASH, sa.ForeignKey("content.hash"), nullable=False),
        sa.Column("parent", HASH, sa.ForeignKey("revision.id")),
        sa.Column("label", sa.Text, nullable=False),
        sa.Column("at", TIME, nullable=False),
        sa.Column("who", sa.Text, nullable=False),
    )
    op.create_table(
        "head",
        sa.Column("kind", sa.String(16), primary_key=True),
        sa.Column("revision", HASH, sa.ForeignKey("revision.id"), nullable=False),
    )
    op.create_table(
        "entry",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("at", TIME, nullable=False),
        sa.Column("who", sa.Text, nullable=False),
        sa.Column("action", sa.String(32), nullable=False),
        sa.Column("about", sa.Text, nullable=False),
        sa.Column("why", sa.Text, nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("revision", sa.String(64), nullable=False),
        sa.Column("before", HASH, nullable=False),
        sa.Column("hash", HASH, nullable=False),
    )
    _beside_the_history()


def _beside_the_history() -> None:
    """Jobs, and what a window remembers."""
    op.create_table(
        "job",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("process", sa.Integer, nullable=False),
        sa.Column("started", TIME, nullable=False),
        sa.Column("changed", TIME, nullable=False),
        sa.Column("limit", sa.Integer, nullable=False),
        sa.Column("cost", sa.Integer),
        sa.Column("bound", sa.Integer),
        sa.Column("best", HASH, sa.ForeignKey("content.hash")),
    )
    op.create_table(
        "setting",
        sa.Column("name", sa.String(32), primary_key=True),
        sa.Column("value", sa.Text, nullable=False),
    )


def downgrade() -> None:
    for name in ("setting", "job", "entry", "head", "revision", "content"):
        op.drop_table(name)
