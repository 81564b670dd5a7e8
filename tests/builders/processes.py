"""Starts a module of tests/programs in a process of its own."""

import json
import os
import pathlib
import socket
import subprocess
import sys

TESTS = pathlib.Path(__file__).resolve().parents[1]


def command_of(program, *arguments):
    return [sys.executable, "-W", "ignore", "-m", f"programs.{program}", *map(str, arguments)]


def environment_of(**variables):
    """This process's environment, with what programs import within reach."""
    places = [str(TESTS), *filter(None, [os.environ.get("PYTHONPATH")])]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(places), **variables}


def run_program(program, *arguments, timeout=300, **variables):
    """What a program printed last, read as JSON, and what it wrote to stderr."""
    command, environment = command_of(program, *arguments), environment_of(**variables)
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=timeout)
    assert done.returncode == 0, done.stderr[-3000:]
    return json.loads(done.stdout.splitlines()[-1]), done.stderr


def find_free_ports(count):
    """Ports of 127.0.0.1 that nobody listens on, each another."""
    sockets = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports = [found.getsockname()[1] for found in sockets]
    for found in sockets:
        found.close()
    return ports
