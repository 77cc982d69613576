"""What pages and commands show, worked out without a screen."""
