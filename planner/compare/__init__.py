"""Two or more plans side by side: who sits elsewhere, who gains, what differs."""
