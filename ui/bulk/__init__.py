"""Many cases at once: batches and the benchmark."""
