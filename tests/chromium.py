"""Headless Chromium, driven through two pipes: what a page becomes in a browser, and what its keys do.

Source: Chrome DevTools Protocol, `--remote-debugging-pipe`: JSON messages ended by a null byte, on the child's 3 and 4.
"""

from __future__ import annotations

import base64
import json
import os
import resource
import select
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

PROGRAM = next(
    (found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), None
)
IS_BOUNDED = resource.getrlimit(resource.RLIMIT_AS)[0] != resource.RLIM_INFINITY
"""Whether addresses are limited (`ulimit -v`): Chromium reserves far more of them than it uses memory, and ends."""
_OPTIONS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-component-update",
    "--disable-background-networking", "--disable-sync", "--disable-dev-shm-usage", "--hide-scrollbars",
    "--remote-debugging-pipe",
)  # fmt: skip
_PLACE_PIPES = """
import os, sys
first, second = (os.dup(int(number)) for number in sys.argv[1:3])
for given, wanted in ((first, 3), (second, 4)):
    os.dup2(given, wanted)
    os.set_inheritable(wanted, True)  # which a file that stood there already is not
os.execv(sys.argv[3], sys.argv[3:])
"""
"""Put in place by a program between us and it: in a child of ours, 3 and 4 may be what Python itself speaks through."""
_PATIENCE = 60
"""Units: seconds."""
KEYS = {"Tab": 9, "Enter": 13, "Escape": 27, "ArrowDown": 40, "ArrowRight": 39, " ": 32}


class Chromium:
    """One browser with one page; `requests` are the addresses that it asked for, `complaints` what it told the console."""

    def __init__(self, profile: Path) -> None:
        to_child, self._write = os.pipe()
        self._read, from_child = os.pipe()

        self._process = subprocess.Popen(
            [sys.executable, "-c", _PLACE_PIPES, str(to_child), str(from_child),
             str(PROGRAM), *_OPTIONS, f"--user-data-dir={profile}", "about:blank"],
            pass_fds=(to_child, from_child),
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        os.close(to_child)
        os.close(from_child)
        self._held = b""
        self._number = 0
        self._session = ""
        self.requests: list[str] = []
        self.complaints: list[str] = []
        target = self.send("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.send("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Network", "Log"):
            self.send(f"{domain}.enable")

    def send(self, method: str, **values: Any) -> dict[str, Any]:
        """Give an order and wait for its answer."""
        self._number += 1
        order = {"id": self._number, "method": method, "params": values}
        if self._session:
            order["sessionId"] = self._session
        os.write(self._write, json.dumps(order).encode() + b"\0")
        while True:
            message = self._next()
            if message.get("id") == self._number:
                assert "error" not in message, message["error"]
                return message["result"]

    def wait(self, event: str) -> None:
        """Wait for something that the page tells."""
        while self._next().get("method") != event:
            pass

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self._held:
            ready, _, _ = select.select([self._read], [], [], _PATIENCE)
            read = os.read(self._read, 1 << 20) if ready else b""
            assert read, "Chromium has ended, or says nothing more"
            self._held += read
        text, _, self._held = self._held.partition(b"\0")
        message: dict[str, Any] = json.loads(text)
        method = message.get("method", "")
        if method == "Network.requestWillBeSent":
            self.requests.append(message["params"]["request"]["url"])
        elif method in ("Log.entryAdded", "Runtime.exceptionThrown"):
            self.complaints.append(json.dumps(message["params"]))
        return message

    def open(self, page: Path, fragment: str = "") -> None:
        """Open a page and wait until it is whole."""
        self.send("Page.navigate", url="about:blank")
        self.send("Page.navigate", url=page.as_uri() + fragment)
        self.wait("Page.loadEventFired")

    def ask(self, expression: str) -> Any:
        """The value of an expression in the page, awaited where it is a promise."""
        answer = self.send("Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True)
        assert "exceptionDetails" not in answer, answer["exceptionDetails"]
        return answer["result"].get("value")

    def size(self, width: int, height: int = 900) -> None:
        """The size of the window. Units: pixels of CSS."""
        self.send("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)

    def media(self, media: str = "", **features: str) -> None:
        """Screen or print, and what the reader prefers."""
        wanted = [{"name": name.replace("_", "-"), "value": value} for name, value in features.items()]
        self.send("Emulation.setEmulatedMedia", media=media, features=wanted)

    def press(self, key: str, *, shift: bool = False) -> None:
        """Press a key and let it go."""
        common = {"key": key, "code": key, "windowsVirtualKeyCode": KEYS[key], "modifiers": 8 if shift else 0}
        text = {"Enter": "\r", " ": " "}.get(key, "")
        self.send("Input.dispatchKeyEvent", type="keyDown" if text else "rawKeyDown", text=text, **common)
        self.send("Input.dispatchKeyEvent", type="keyUp", **common)

    def pdf(self, path: Path) -> None:
        """Print the page."""
        answer = self.send("Page.printToPDF", preferCSSPageSize=True, printBackground=False)
        path.write_bytes(base64.b64decode(answer["data"]))

    def close(self) -> None:
        """End the browser."""
        self._process.terminate()
        self._process.wait(20)
        os.close(self._read)
        os.close(self._write)
