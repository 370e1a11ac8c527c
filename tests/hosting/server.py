"""The built site behind the real server, with our settings."""

import os
import shutil
import socket
import subprocess
import time
from http.client import HTTPConnection
from pathlib import Path

import pytest

from hosting.policy import setting

__all__ = ["SITE", "Served", "served"]

ROOT = Path(__file__).parents[2]
SITE = ROOT / "site"
# Debian keeps it where only an administrator looks.
FOLDERS = f"{os.environ['PATH']}:/usr/sbin:/usr/local/sbin"


class Served:
    """A running nginx."""

    def __init__(self, port):
        self.port = port
        self.address = f"http://127.0.0.1:{port}"

    def get(self, path, **headers):
        """Status, headers in lower case and body; no redirect."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=20)
        connection.request("GET", path, headers=headers)
        answer = connection.getresponse()
        told = {k.lower(): v for k, v in answer.getheaders()}
        body = answer.read()
        connection.close()
        return answer.status, told, body


def program():
    """The path of nginx, or the reason for no test."""
    found = shutil.which("nginx", path=FOLDERS)
    if found is None:
        reason = "there is no nginx: apt-get install nginx-light"
        # A machine that is there to test must not pass untested.
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    return found


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return listener.getsockname()[1]


def prepared(folder, port):
    """What the container holds too; only the port is another."""
    text = (ROOT / "hosting" / "nginx.conf").read_text()
    assert "listen 8080;" in text
    mine = text.replace("listen 8080;", f"listen 127.0.0.1:{port};")
    (folder / "nginx.conf").write_text(mine)
    (folder / "policy.conf").write_text(setting(SITE))
    (folder / "site").symlink_to(SITE)


def wait_for(process, port):
    until = time.monotonic() + 60
    while time.monotonic() < until:
        assert process.poll() is None, "nginx ended"
        try:
            socket.create_connection(("127.0.0.1", port)).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    pytest.fail("nginx does not answer")


@pytest.fixture(scope="session")
def served(tmp_path_factory):
    """The built site as the container serves it."""
    nginx = program()
    folder, port = tmp_path_factory.mktemp("served"), free_port()
    prepared(folder, port)
    # Started by root its workers would be somebody who may not read.
    user = "user root;" if os.geteuid() == 0 else ""
    flags = ("-p", f"{folder}/", "-c", "nginx.conf")
    process = subprocess.Popen(
        [nginx, *flags, "-g", f"daemon off; {user}"]
    )
    try:
        wait_for(process, port)
        yield Served(port)
    finally:
        process.terminate()
        process.wait(timeout=20)
