"""The roster workbook: its columns, read to a roster or its faults, and written."""
