"""The rows of the roster workbook: every sheet and column."""
