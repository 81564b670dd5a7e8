"""Names of earlier versions: importing one is an error that names the new one."""

import sys

NEW_NAMES = {
    "callback": "from keras_phases import PhaseProbe",
    "checking": "from keras_phases import check",
    "information": "keras_phases.quantities, where Information() is the bound of a linear probe",
    "phases": "from keras_phases import PhaseReport, detect_phases",
    "replay": "from keras_phases import replay; on the command line keras-phases replay",
    "stopping": "from keras_phases import PhaseStop",
}
"""What stands in the place of each module that was public or named in docs."""


def describe(name):
    """Where a module has gone."""
    return f"keras_phases.{name} is no module of this version. Expected {NEW_NAMES[name]}."


class _Finder:
    """Stands behind Python's own finders, and so is asked for what is not there alone."""

    def find_spec(self, name, path=None, target=None):
        package, _, rest = name.partition(".")
        if package == "keras_phases" and rest in NEW_NAMES:
            raise ModuleNotFoundError(describe(rest), name=name)


def watch_imports():
    """Has `import keras_phases.<old name>` say the new one."""
    sys.meta_path.append(_Finder())
