#!/usr/bin/env python3
"""Stands in for the service manager where no systemd runs: starts a command as a service of Type=notify and treats it
as deploy/systemd/sarangbang-kiosk.service asks.

    standin.py [--watchdog S] [--start-timeout S] [--restart S] [--burst N] [--interval S] [--fallback COMMAND]
               -- COMMAND [ARGUMENT…]

Reads READY=1 and WATCHDOG=1 from the main process only, kills a service that is silent for too long, starts it again
whenever it ends, and starts the fallback instead once it was started `burst` times within `interval`. Says what
happens as one line of JSON each. Ends when the fallback ends, with its exit code, or at SIGTERM, with 0.
"""

import argparse
import dataclasses
import json
import os
import pathlib
import select
import shlex
import signal
import socket
import struct
import subprocess
import sys
import tempfile
import time

CREDENTIALS = struct.Struct("3i")
LONGEST_MESSAGE = 4096


@dataclasses.dataclass(frozen=True)
class Rules:
    """What a unit file would say; seconds."""

    watchdog: float = 30
    start_timeout: float = 60
    restart: float = 2
    burst: int = 5
    interval: float = 600


class NotifySocket:
    """The datagram socket of sd_notify(3), which also tells who sent."""

    def __init__(self, folder):
        self.path = str(pathlib.Path(folder) / "notify")
        self.socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_NONBLOCK)
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_PASSCRED, 1)
        self.socket.bind(self.path)

    def fileno(self):
        return self.socket.fileno()

    def messages(self):
        """The (sender's pid, {key: value}) of all that has arrived."""
        while True:
            try:
                data, ancillary, _, _ = self.socket.recvmsg(LONGEST_MESSAGE, socket.CMSG_SPACE(CREDENTIALS.size))
            except BlockingIOError:
                return
            pids = [
                CREDENTIALS.unpack(value)[0]
                for level, kind, value in ancillary
                if (level, kind) == (socket.SOL_SOCKET, socket.SCM_CREDENTIALS)
            ]
            lines = data.decode("utf-8", "replace").splitlines()
            yield (pids or [0])[0], dict(line.split("=", 1) for line in lines if "=" in line)


class Service:
    """One command under watch."""

    def __init__(self, command, fallback, rules, tell=lambda **event: None, environment=None):
        self.command, self.fallback, self.rules, self.tell = command, fallback, rules, tell
        self.environment = dict(os.environ if environment is None else environment)
        self.starts = []
        self.process = None
        self.is_over = False

    def run(self):
        with tempfile.TemporaryDirectory(prefix="standin-") as folder:
            self.notify = NotifySocket(folder)
            try:
                while not self.is_over:
                    if not self.may_start():
                        return self.fall_back()
                    self.serve_once()
                    self.wait_for(self.rules.restart)
                return 0
            finally:
                self.end()
                self.notify.socket.close()

    def stop(self, *_):
        self.is_over = True

    def may_start(self):
        """Counts starts as systemd does: `burst` of them within `interval`, no more."""
        now = time.monotonic()
        self.starts = [start for start in self.starts if now - start < self.rules.interval]
        if len(self.starts) >= self.rules.burst:
            self.tell(event="limit", starts=len(self.starts))
            return False
        self.starts.append(now)
        return True

    def serve_once(self):
        """One life of the process, from its start to its end."""
        own = {"NOTIFY_SOCKET": self.notify.path, "WATCHDOG_USEC": str(int(self.rules.watchdog * 1_000_000))}
        self.process = subprocess.Popen(self.command, env=self.environment | own)
        self.tell(event="started", pid=self.process.pid)
        deadline, is_ready = time.monotonic() + self.rules.start_timeout, False
        while self.process.poll() is None and not self.is_over:
            left = deadline - time.monotonic()
            if left <= 0:
                self.tell(event="silent" if is_ready else "not ready", pid=self.process.pid)
                self.process.kill()
                self.process.wait()
                break
            select.select([self.notify], [], [], min(left, 0.05))
            for message in self.own_messages():
                if message.get("READY") == "1" and not is_ready:
                    is_ready = True
                    self.tell(event="ready", pid=self.process.pid, status=message.get("STATUS", ""))
                elif message.get("WATCHDOG") == "1":
                    self.tell(event="alive", pid=self.process.pid)
                else:
                    continue
                if is_ready:
                    deadline = time.monotonic() + self.rules.watchdog
        if not self.is_over:
            self.tell(event="ended", pid=self.process.pid, code=self.process.returncode)

    def own_messages(self):
        """NotifyAccess=main: what other processes say does not count."""
        for sender, message in self.notify.messages():
            if sender == self.process.pid:
                yield message
            else:
                self.tell(event="stranger", pid=sender)

    def wait_for(self, seconds):
        until = time.monotonic() + seconds
        while not self.is_over and time.monotonic() < until:
            time.sleep(min(0.05, max(0.0, until - time.monotonic())))

    def fall_back(self):
        if not self.fallback:
            return 1
        self.process = subprocess.Popen(self.fallback, env=self.environment)
        self.tell(event="fallback", pid=self.process.pid)
        while self.process.poll() is None and not self.is_over:
            time.sleep(0.05)
        if self.is_over:
            return 0
        self.tell(event="fallback ended", pid=self.process.pid, code=self.process.returncode)
        return self.process.returncode

    def end(self):
        """SIGTERM, ten seconds, SIGKILL."""
        if self.process is None or self.process.poll() is not None:
            return
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for field in dataclasses.fields(Rules):
        parser.add_argument("--" + field.name.replace("_", "-"), type=type(field.default), default=field.default)
    parser.add_argument("--fallback", type=shlex.split, default=[])
    parser.add_argument("command", nargs="+")
    choices = vars(parser.parse_args())
    command, fallback = choices.pop("command"), choices.pop("fallback")

    def tell(**event):
        sys.stdout.write(json.dumps(event, ensure_ascii=False) + "\n")
        sys.stdout.flush()

    service = Service(command, fallback, Rules(**choices), tell)
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, service.stop)
    return service.run()


if __name__ == "__main__":
    sys.exit(main())
