"""Rules on skills each unit needs."""
