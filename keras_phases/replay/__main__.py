"""`python -m keras_phases.replay`: see `keras_phases.checkpoints.replay_command`.

The folder holds this file alone: in Python `keras_phases.replay` is the function.
"""

import sys

from keras_phases.checkpoints.replay_command import main

if __name__ == "__main__":
    sys.exit(main(sys.argv))
