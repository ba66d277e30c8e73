"""The office: its process, its web pages as a person with a browser gets them, and its database."""

import contextlib
import html
import http.cookiejar
import json
import pathlib
import re
import sqlite3
import urllib.error
import urllib.parse
import urllib.request

import programs


class Office:
    """An office of the demonstration at a port that stays the same over restarts."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.data = self.folder / "office"
        self.port = programs.free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.program = None

    def start(self):
        self.program = programs.Program(
            [programs.CENTRAL, "serve", "--demo", "--data", self.data, "--port", self.port], self.folder, "office")
        line = programs.until(
            lambda: self.program.said.read_text() or not self.program.is_running, "the office's start", 60)
        if line is True:
            raise AssertionError(f"the office ended: {self.program.log.read_text()}")
        self.access = json.loads(line)["demo"]
        return self

    def stop(self):
        return self.program.stop()

    def rows(self, sql, *values):
        """Rows of its database, read while it runs."""
        database = f"file:{self.data / 'office.sqlite'}?mode=ro"
        with contextlib.closing(sqlite3.connect(database, uri=True, timeout=20)) as connection:
            return connection.execute(sql, values).fetchall()

    def count(self, sql, *values):
        return self.rows(sql, *values)[0][0]

    def events(self):
        """Ids of all that kiosks sent, as often as they are there."""
        return [row[0].upper() for row in self.rows("SELECT eventId FROM eventRaw")]

    def nurse(self):
        account = self.access["healthCentre"]
        return Browser(self.url).sign_in(account["user"], account["password"])

    def administrator(self):
        return Browser(self.url).sign_in(self.access["user"], self.access["password"])


class Browser:
    """Cookies, forms and redirects, and nothing else."""

    def __init__(self, url):
        self.url = url
        jar = http.cookiejar.CookieJar()
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))
        self.status, self.path, self.page = None, None, ""

    def open(self, path, **form):
        """A page; with form fields they are posted. Returns its text without markup."""
        data = urllib.parse.urlencode(form).encode() if form else None
        request = urllib.request.Request(self.url + path, data)
        try:
            with self.opener.open(request, timeout=20) as answer:
                self._take(answer)
        except urllib.error.HTTPError as refusal:
            with refusal:
                self._take(refusal)
        return self.text

    def _take(self, answer):
        self.status, self.page = answer.status, answer.read().decode()
        self.path = answer.geturl().removeprefix(self.url)

    @property
    def text(self):
        without_scripts = re.sub(r"<(script|style)\b.*?</\1>", " ", self.page, flags=re.S)
        return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", without_scripts)).split())

    @property
    def token(self):
        """The secret that the page put into its forms."""
        return re.search(r'name="csrf" value="([^"]+)"', self.page)[1]

    def sign_in(self, account, password):
        self.open("/sign-in", account=account, password=password)
        assert self.path == "/", f"{account} cannot sign in: {self.status} {self.text[:200]}"
        return self

    def senior(self, person):
        """A person's page, with a reason given where one is asked for."""
        path = f"/seniors/{person['personID']}"
        self.open(path)
        if 'id="reason"' in self.page:
            self.open(path + "/open", csrf=self.token, reason="explanation")
        return self.text
