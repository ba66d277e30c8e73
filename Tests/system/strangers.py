"""Who may stand at the office's address and is not the office."""

import http.server
import socket
import threading

# What portals of wireless networks and proxies answer, whatever one asks.
PORTAL = (200, "text/html", b"<!doctype html><title>Welcome</title><h1>Please sign in to this network</h1>")
FORBIDDEN = (403, "application/json", b'{"code":"revoked"}')


class Stranger:
    """Answers every request alike, signs nothing, and counts who asked."""

    def __init__(self, port, answer):
        stranger = self
        self.asked, self.connections = [], []

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def setup(self):
                super().setup()
                stranger.connections.append(self.connection)

            def respond(self):
                self.rfile.read(int(self.headers.get("Content-Length") or 0))
                stranger.asked.append(f"{self.command} {self.path}")
                status, kind, body = answer
                self.send_response(status)
                self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            do_GET = do_POST = do_PUT = respond

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", port), Handler)
        self.thread = threading.Thread(target=self.server.serve_forever, daemon=True)
        self.thread.start()

    def leave(self):
        """Is gone, with every connection that was kept open."""
        self.server.shutdown()
        for connection in self.connections:
            try:
                connection.shutdown(socket.SHUT_RDWR)
            except OSError:  # The other side was first.
                pass
        self.server.server_close()
        self.thread.join()
