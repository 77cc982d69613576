"""Everything that leaves as a document: workbooks, charts, pages to print."""
