import pytest
from builders.scripted import script


@pytest.fixture
def flat_curve(monkeypatch):
    """Each probe step tells the same number, for tests about steps, files and what is said of them."""
    script(monkeypatch, [0.5] * 99)
