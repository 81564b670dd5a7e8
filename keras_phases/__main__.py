"""The command line: `keras-phases report LOGDIR out.html`; loads neither Keras nor a backend."""

import argparse
import sys
import types

from keras_phases.record.paths import is_remote


def main(arguments=None):
    """Runs a command; returns the exit status."""
    parser = argparse.ArgumentParser(prog="keras-phases", description="Learning phases of a network's layers.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    report = commands.add_parser("report", help="the Phases tab of a log folder as one HTML file, without a server")
    report.add_argument("logdir", help="folder of the runs, as for tensorboard --logdir")
    report.add_argument("out", help="the HTML file to write")
    report.add_argument("--title", default="", help="title of the page; the folder's name by default")
    report.add_argument("--no-images", action="store_true", help="leave out the reconstructed images")
    options = parser.parse_args(arguments)

    if not is_remote(options.logdir):
        # TensorBoard's own switch: files of this machine are read without TensorFlow, which takes seconds to load.
        sys.modules.setdefault("tensorboard.compat.notf", types.ModuleType("notf"))
    from tensorboard_plugin_phases.report_page import write_report

    try:
        runs = write_report(options.logdir, options.out, title=options.title, images=not options.no_images)
    except OSError as error:
        print(f"keras-phases report: {error}", file=sys.stderr)
        return 1
    print(f"{options.out}: {len(runs)} run{'s' * (len(runs) != 1)}, {', '.join(runs)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
