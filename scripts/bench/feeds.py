"""The feed parsers beside the ones that people use: feedparser for notices, gtfs-realtime-bindings for buses.

    python3 scripts/bench/feeds.py [--json]

Both sides read the same files in the same run, each in one process that is warm, the best of several rounds; only reading
counts, never starting. Not 0 when a bound is missed. FEED_PROBE may name the probe when it is built already; the rivals are
installed into var/bench/feeds-venv when they cannot be imported.
"""

import json
import os
import random
import subprocess
import sys
import time
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DATA = Path(os.environ.get("BENCH_DATA", ROOT / "var/bench")) / "feeds"
# Ours are short: with more of them both sides have about as many chances of a quiet moment.
ROUNDS, OUR_ROUNDS = 7, 50
NOW = 1_795_132_800  # 2026-11-20 09:00 in Korea, the probe's clock
# At least so many times as quick.
BOUNDS = {"notices": 30, "buses": 10}
WHAT = {"notices": "notices, 20 feeds of 50", "buses": "buses, 1,000 trips of 30 stops, next at one stop"}


def rivals():
    """Both packages; starts again inside a virtual environment of their own when they are missing."""
    try:
        import feedparser
        from google.transit import gtfs_realtime_pb2

        return feedparser, gtfs_realtime_pb2
    except ImportError:
        home = DATA.parent / "feeds-venv"
        python = home / "bin/python3"
        if Path(sys.prefix) == home:
            raise
        if not python.exists():
            venv.create(home, with_pip=True)
            wanted = Path(__file__).with_name("feeds-requirements.txt")
            subprocess.run([python, "-m", "pip", "install", "-q", "-r", wanted], check=True)
        os.execv(python, [python, *sys.argv])


def probe():
    """The release build of the probe, which measures the Swift side."""
    if program := os.environ.get("FEED_PROBE"):
        return program
    build = ["swift", "build", "-c", "release", "--product", "FeedProbe"]
    subprocess.run(build, cwd=ROOT, check=True, stdout=sys.stderr)
    folder = subprocess.run(build + ["--show-bin-path"], cwd=ROOT, check=True, capture_output=True, text=True)
    return folder.stdout.strip() + "/FeedProbe"


def best(work):
    """Seconds of the quickest of several rounds, and what the work answered."""
    times, answer = [], None
    for _ in range(ROUNDS):
        start = time.perf_counter()
        answer = work()
        times.append(time.perf_counter() - start)
    return min(times), answer


def ours(program, kind, stop, files):
    done = subprocess.run([program, "time", kind, stop, str(OUR_ROUNDS), *files], check=True, capture_output=True, text=True)
    found = json.loads(done.stdout)
    assert found["read"] == len(files), f"{found['read']} of {len(files)} files were read"
    return found["seconds"]


def notice_files():
    """Twenty feeds of fifty notices each as city halls write them: Korean, escaped HTML, CDATA, one in five CP949."""
    words = "경로당 어르신 난방비 지원 안내 신청 접수 보건소 무료 예방접종 대상 장소 문의 전화 기간 모집 공고 교육".split()
    dice = random.Random(7)
    paths = []
    for number in range(20):
        items = []
        for item in range(50):
            lines = [" ".join(dice.choices(words, k=12)) for _ in range(8)]
            html = "<div>" + "".join(f"<p>{line}&nbsp;<b>{item}</b><br/></p>" for line in lines) + "</div>"
            escaped = html.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
            body = f"<![CDATA[{html}]]>" if item % 2 else escaped
            items.append(
                f"<item><title>{' '.join(dice.choices(words, k=5))} {item}</title><link>https://example.invalid/n/{item}"
                f"?a=1&amp;b={item}</link><description>{body}</description><pubDate>Fri, 20 Nov 2026 08:{item:02}:00 "
                f'+0900</pubDate><guid isPermaLink="false">{number}-{item}</guid></item>'
            )
        encoding = "euc-kr" if number % 5 == 4 else "utf-8"
        text = (
            f'<?xml version="1.0" encoding="{encoding}"?>\n<rss version="2.0"><channel><title>공지사항</title>'
            f"<link>https://example.invalid/</link><description>공지</description>{''.join(items)}</channel></rss>"
        )
        path = DATA / f"notices-{number}.xml"
        path.write_bytes(text.encode("cp949" if encoding == "euc-kr" else encoding))
        paths.append(str(path))
    return paths


def bus_file(bindings):
    """A city: 1,000 trips with thirty stops each."""
    feed = bindings.FeedMessage()
    feed.header.gtfs_realtime_version = "2.0"
    feed.header.timestamp = NOW
    for trip in range(1_000):
        entity = feed.entity.add(id=f"e{trip}")
        update = entity.trip_update
        update.trip.trip_id, update.trip.route_id, update.trip.start_date = f"trip-{trip}", f"{trip % 80}", "20261120"
        update.timestamp = NOW - 20
        for place in range(30):
            stop = update.stop_time_update.add(stop_sequence=place, stop_id=f"S{(trip * 7 + place) % 900}")
            stop.arrival.time, stop.arrival.delay = NOW + 60 * place, 30
            stop.departure.time = NOW + 60 * place + 15
    path = DATA / "trips.pb"
    path.write_bytes(feed.SerializeToString())
    return str(path)


def buses_at(bindings, data, stop):
    """What a wall needs, as the bindings' users write it: the next buses at one stop."""
    feed = bindings.FeedMessage()
    feed.ParseFromString(data)
    found = []
    for entity in feed.entity:
        if not entity.HasField("trip_update") or NOW - entity.trip_update.timestamp > 90:
            continue
        for update in entity.trip_update.stop_time_update:
            if update.stop_id == stop:
                found.append((update.arrival.time - NOW, entity.trip_update.trip.route_id))
    return sorted(found)


def measure():
    """Seconds of both sides, for notices and for buses."""
    feedparser, bindings = rivals()
    DATA.mkdir(parents=True, exist_ok=True)
    program = probe()

    paths = notice_files()
    contents = [Path(path).read_bytes() for path in paths]
    theirs, entries = best(lambda: sum(len(feedparser.parse(content).entries) for content in contents))
    assert entries == 1_000
    mine = ours(program, "rss", "-", paths)
    notices = {"ours": mine, "theirs": theirs, "megabytes": sum(map(len, contents)) / 1e6, "rival": f"feedparser {feedparser.__version__}"}

    path = bus_file(bindings)
    data = Path(path).read_bytes()
    parsing, _ = best(lambda: bindings.FeedMessage().ParseFromString(data))
    theirs, found = best(lambda: buses_at(bindings, data, "S5"))
    assert found
    mine = ours(program, "gtfs-realtime", "S5", [path])
    buses = {"ours": mine, "theirs": theirs, "megabytes": len(data) / 1e6, "rival": "gtfs-realtime-bindings", "parsingAlone": parsing}
    return {"notices": notices, "buses": buses}


def main():
    found = measure()
    ratios = {kind: found[kind]["theirs"] / found[kind]["ours"] for kind in BOUNDS}
    if "--json" in sys.argv:
        print(json.dumps(found))
        return 0
    for kind, what in WHAT.items():
        one = found[kind]
        print(f"{what}, {one['megabytes']:.1f} MB: {one['ours'] * 1e3:.2f} ms, {one['rival']} {one['theirs'] * 1e3:.1f} ms, "
              f"{ratios[kind]:.0f} times quicker (bound {BOUNDS[kind]})")
    alone = found["buses"]["parsingAlone"]
    print(f"its C parser alone, nothing looked at, takes {alone * 1e3:.1f} ms, {alone / found['buses']['ours']:.1f} times ours")
    return 0 if all(ratios[kind] >= bound for kind, bound in BOUNDS.items()) else 1


if __name__ == "__main__":
    sys.exit(main())
