"""Programs as people write them, each given the one line `PhaseProbe(log_dir=...)`, and what is right of each."""
