"""Reads, writes and stores: workbooks, reference tables, norms, profiles, samples."""
