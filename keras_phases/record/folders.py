"""The folder of a run's event files, and those beside it that a run takes where it is not its own."""

from keras_phases.record.event_files import read_run


def log_dir_of(directory):
    """The log folder of a folder of event files."""
    return directory.parent if directory.name == "phases" else directory


def folders_beside(directory, number):
    """The folder of event files in each log_dir that `number` gives of that of `directory`."""
    found = number(log_dir_of(directory))
    return (path / "phases" for path in found) if directory.name == "phases" else found


def count_steps(directory):
    """How many probe steps stand in a folder, for people."""
    try:
        return f"{len(read_run(directory).steps)} probe steps"
    except ValueError:
        return "a record"
