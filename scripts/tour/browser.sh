# To be sourced: `python` is a Python with selenium, in .build/browser, as Tests/browser has it.
venv=.build/browser
if [ ! -x "$venv/bin/python" ]; then
    python3 -m venv "$venv"
    "$venv/bin/pip" install --quiet 'selenium>=4.25,<5'
fi
python() { "$venv/bin/python" -B "$@"; }

# shrink WIDTH FILE…: no wider than WIDTH, few colours, small; as it is where ImageMagick is missing.
shrink() {
    local width=$1; shift
    command -v convert >/dev/null || return 0
    local picture
    for picture in "$@"; do
        convert "$picture" -resize "${width}x>" -strip -dither None -colors 255 -define png:compression-level=9 "PNG8:$picture.new"
        mv "$picture.new" "$picture"
    done
}
