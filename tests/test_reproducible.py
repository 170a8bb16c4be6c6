"""The same collection gives the same bytes, whatever the folder, the time zone, the hash seed and the language of the machine."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys

import pytest
from printing import FILES, FOLDER, png, write_collection

pytestmark = pytest.mark.pandoc

PICTURE = '\n![Une image grise](gris.png "Une légende")\n'
PLACES = (
    ("ici", {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "1", "LANG": "C.UTF-8"}),
    ("là-bas, l'été", {"TZ": "Pacific/Pago_Pago", "PYTHONHASHSEED": "2", "LANG": "fr_FR.UTF-8"}),
)


def test_two_folders_two_time_zones_one_file(tmp_path):
    view = FILES[f"{FOLDER}/regards/regard.md"] + PICTURE
    files = FILES | {f"{FOLDER}/regards/regard.md": view, f"{FOLDER}/regards/gris.png": png()}
    found = []
    for name, surroundings in PLACES:
        folder = write_collection(tmp_path / name, files)
        command = [sys.executable, "-m", "clust_cli", "build", "memento", "3", "--to", "pdf,docx,odt,html", "--print"]
        environment = {**os.environ, **surroundings, "CLUST_LANG": "fr"}
        run = subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=False)
        assert run.returncode == 0, run.stdout.decode() + run.stderr.decode()
        built = sorted((folder / "build").iterdir())
        found.append({path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in built})
    assert len(found[0]) == 6
    assert found[0] == found[1]
