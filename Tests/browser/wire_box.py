"""A box that becomes a kiosk of the office and asks for plans, written from the wire's description alone."""

import base64
import hashlib
import hmac
import http.client
import json
import os
import urllib.parse
import uuid

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey


class Box:
    """Enrolled with a one-time code; every answer must carry the office's signature."""

    def __init__(self, base, code):
        self.address = urllib.parse.urlsplit(base).netloc
        code = code.replace("-", "").encode()
        self.key = Ed25519PrivateKey.generate()
        public = base64.b64encode(self.key.public_key().public_bytes_raw()).decode()
        nonce = base64.b64encode(os.urandom(32)).decode()
        answer = self._exchange("POST", "/v1/enrol", json.dumps({
            "codeHint": hashlib.sha256(b"sarangbang code" + code).hexdigest()[:16], "deviceKey": public, "nonce": nonce,
            "proof": self._proof(code, f"sarangbang enrol\n{public}\n{nonce}"), "appVersion": "0",
        }).encode(), {})
        told = json.loads(answer)
        welcome = f"sarangbang welcome\n{told['deviceID']}\n{told['serverKey']}\n{told['sealedCardKey']}\n{nonce}"
        assert hmac.compare_digest(told["proof"], self._proof(code, welcome)), "not our office"
        self.device, self.centre = told["deviceID"], told["centreID"]
        self.office = Ed25519PublicKey.from_public_bytes(base64.b64decode(told["serverKey"]))
        self.mark = None

    @staticmethod
    def _proof(code, text):
        return base64.b64encode(hmac.digest(code, text.encode(), "sha256")).decode()

    def _exchange(self, method, path, body, headers):
        connection = http.client.HTTPConnection(self.address, timeout=10)
        try:
            connection.request(method, path, body, headers | {"Content-Type": "application/json"})
            answer = connection.getresponse()
            content = answer.read()
            assert answer.status == 200, f"{path}: {answer.status} {content[:200]}"
            if "Sarangbang-Request" in headers:
                self._check(answer, content, headers["Sarangbang-Request"])
            return content
        finally:
            connection.close()

    def _check(self, answer, content, request):
        signed = f"EventSync/1 reply\n{answer.status}\n{request}\n{hashlib.sha256(content).hexdigest()}"
        try:
            self.office.verify(base64.b64decode(answer.headers["Sarangbang-Signature"]), signed.encode())
        except InvalidSignature:
            raise AssertionError("an answer that the office did not sign") from None

    def plans(self):
        """How plans stand that changed since the last time it asked, by person; all of them the first time."""
        found = {}
        while True:
            path = f"/v1/devices/{self.device}/plans"
            if self.mark:
                path += f"?after={self.mark['cursor']}&of={self.mark['incarnation']}"
            request = str(uuid.uuid4()).upper()
            signed = f"EventSync/1\nGET\n{path}\n{request}\n{hashlib.sha256(b'').hexdigest()}"
            signature = base64.b64encode(self.key.sign(signed.encode())).decode()
            page = json.loads(self._exchange(
                "GET", path, None, {"Sarangbang-Request": request, "Sarangbang-Signature": signature}))
            self.mark = page["mark"]
            found.update({item["personID"]: item for item in page["items"]})
            if page["isLast"]:
                return found
