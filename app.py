"""Serve the web chat: `python app.py`."""

from szassist.faces.cli import main

if __name__ == "__main__":
    main(["serve"])
