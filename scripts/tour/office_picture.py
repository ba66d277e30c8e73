"""Takes a picture of the office's first page, with kiosks in every state."""

import argparse
import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "Tests/browser"))
from office_test import Visit, demo  # noqa: E402


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--central", type=pathlib.Path, required=True)
    parser.add_argument("--out", type=pathlib.Path, required=True)
    chosen = parser.parse_args()
    with demo(str(chosen.central.resolve())) as (address, account, *_):
        visit = Visit(address, None)
        try:
            visit.open("/sign-in")
            visit.sign_in(account["user"], account["password"])
            visit.look("office", charts=1)
            visit.driver.save_screenshot(str(chosen.out))
        finally:
            visit.driver.quit()


if __name__ == "__main__":
    main()
