#!/usr/bin/env python3
"""Runs HAProxy with the sample in front of a stand-in for the office, and looks at what comes through.

Only ports, the certificate's place, the log and the jail differ from deploy/haproxy/haproxy.cfg.
"""

import http.client
import http.server
import json
import pathlib
import re
import socket
import ssl
import subprocess
import sys
import tempfile
import threading
import time
import unittest

SAMPLE = pathlib.Path(__file__).resolve().parents[2] / "deploy/haproxy/haproxy.cfg"
PATIENCE = 60  # seconds


class Office(http.server.BaseHTTPRequestHandler):
    """Answers with what it was asked; `/events` pushes one event and waits until it is allowed another."""

    protocol_version = "HTTP/1.1"
    may_go_on = threading.Event()

    def do_GET(self):
        if self.path == "/events":
            return self.push()
        self.answer({"path": self.path, "headers": {key.lower(): value for key, value in self.headers.items()}})

    def do_POST(self):
        self.answer({"bytes": len(self.rfile.read(int(self.headers["Content-Length"])))})

    def answer(self, value):
        body = json.dumps(value).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def push(self):
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(b"data: first\n\n")
        self.wfile.flush()
        self.may_go_on.wait(PATIENCE)
        self.wfile.write(b"data: second\n\n")

    def log_message(self, *_):
        pass


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request, client_address):
        """Health checks hang up as soon as they know; that is no news."""
        if not isinstance(sys.exc_info()[1], ConnectionResetError):
            super().handle_error(request, client_address)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Proxy(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.office = Server(("127.0.0.1", 0), Office)
        threading.Thread(target=cls.office.serve_forever, daemon=True).start()
        cls.addClassCleanup(cls.office.shutdown)
        folder = tempfile.TemporaryDirectory(prefix="haproxy-")
        cls.addClassCleanup(folder.cleanup)
        cls.folder = pathlib.Path(folder.name)
        cls.plain, cls.secure = free_port(), free_port()
        cls.make_certificate()
        (cls.folder / "haproxy.cfg").write_text(cls.adapted(SAMPLE.read_text()))
        cls.haproxy = subprocess.Popen(["haproxy", "-db", "-q", "-f", cls.folder / "haproxy.cfg"])
        cls.addClassCleanup(lambda: (cls.haproxy.terminate(), cls.haproxy.wait(PATIENCE)))
        cls.wait_until_open()

    @classmethod
    def adapted(cls, sample):
        changes = {
            r"bind :80$": f"bind 127.0.0.1:{cls.plain}",
            r"bind :443 ssl crt \S+": f"bind 127.0.0.1:{cls.secure} ssl crt {cls.folder}/office.pem",
            r"server office \S+": f"server office 127.0.0.1:{cls.office.server_port}",
            r"^    (log /dev/log|user|group|chroot) .*\n": "",
        }
        for pattern, new in changes.items():
            sample, count = re.subn(pattern, new, sample, flags=re.MULTILINE)
            if not count:
                raise AssertionError(f"the sample has no {pattern}")
        return sample

    @classmethod
    def make_certificate(cls):
        key, certificate = cls.folder / "key", cls.folder / "certificate"
        subprocess.run(
            ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
             "-days", "2", "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1",
             "-keyout", key, "-out", certificate],
            check=True, stderr=subprocess.DEVNULL)
        (cls.folder / "office.pem").write_bytes(certificate.read_bytes() + key.read_bytes())
        cls.trust = ssl.create_default_context(cafile=certificate)

    @classmethod
    def wait_until_open(cls):
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            try:
                socket.create_connection(("127.0.0.1", cls.secure), 1).close()
                return
            except ConnectionRefusedError:
                time.sleep(0.02)
        raise AssertionError("HAProxy does not listen")

    def connect(self):
        connection = http.client.HTTPSConnection("127.0.0.1", self.secure, context=self.trust, timeout=PATIENCE)
        self.addCleanup(connection.close)
        return connection

    def get(self, path, headers=()):
        connection = self.connect()
        connection.request("GET", path, headers=dict(headers))
        return connection.getresponse()

    def test_plain_requests_are_sent_to_tls(self):
        connection = http.client.HTTPConnection("127.0.0.1", self.plain, timeout=PATIENCE)
        self.addCleanup(connection.close)
        connection.request("GET", "/today?day=1", headers={"Host": "office.example"})
        answer = connection.getresponse()
        self.assertEqual((answer.status, answer.headers["Location"]), (308, "https://office.example/today?day=1"))

    def test_a_client_cannot_choose_its_address(self):
        for path in ("/v1/devices/1/manifest", "/sign-in"):
            answer = self.get(
                path, [("X-Forwarded-For", "192.0.2.7"), ("X-Forwarded-Host", "evil"), ("Forwarded", "for=x")])
            headers = json.load(answer)["headers"]
            self.assertEqual(headers["x-forwarded-for"], "127.0.0.1")
            self.assertEqual(headers["x-forwarded-proto"], "https")
            self.assertNotIn("x-forwarded-host", headers)
            self.assertNotIn("forwarded", headers)
            self.assertIn("max-age", answer.headers["Strict-Transport-Security"])

    def test_a_batch_passes_and_a_flood_does_not(self):
        for size, status in ((256 * 1024, 200), (512 * 1024 + 1, 413)):
            connection = self.connect()
            connection.putrequest("POST", "/v1/devices/1/events")
            connection.putheader("Content-Length", str(size))
            connection.endheaders()
            if status == 200:
                connection.send(bytes(size))
            answer = connection.getresponse()
            self.assertEqual(answer.status, status)
            if status == 200:
                self.assertEqual(json.load(answer), {"bytes": size})

    def test_a_slow_sender_is_waited_for(self):
        connection = self.connect()
        connection.putrequest("POST", "/v1/devices/1/events")
        connection.putheader("Content-Length", "5")
        connection.endheaders()
        for byte in b"abcde":
            connection.send(bytes([byte]))
            time.sleep(0.2)
        self.assertEqual(json.load(connection.getresponse()), {"bytes": 5})

    def test_pushed_events_are_not_kept_back(self):
        answer = self.get("/events")
        self.assertEqual(answer.fp.readline(), b"data: first\n")
        self.assertEqual(answer.headers["Cache-Control"], "no-store")
        Office.may_go_on.set()
        self.assertEqual(answer.fp.read(), b"\ndata: second\n\n")

    def test_answers_arrive_as_they_were_signed(self):
        answer = self.get("/v1/x", [("Accept-Encoding", "gzip, br")])
        self.assertIsNone(answer.headers["Content-Encoding"])
        self.assertEqual(int(answer.headers["Content-Length"]), len(answer.read()))


if __name__ == "__main__":
    result = unittest.main(exit=False, verbosity=1).result
    failed = len(result.failures) + len(result.errors)
    sys.stdout.write(f"proxy: {result.testsRun} tests, {failed} failed, {len(result.skipped)} skipped\n")
    sys.exit(0 if result.testsRun and not failed and not result.skipped else 1)
